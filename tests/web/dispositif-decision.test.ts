import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { aBoundPerson, aFollowedCall, anEditor } from '#tests/support/dispositif-follow-up.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { mailsTo } from '#tests/support/mails.ts'
import { aPerson } from '#tests/support/people.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let staff: StaffContext
let cookie: string

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
})

type Fields = Record<string, string>
const rows = async (text: string, values: unknown[] = []) =>
  (await database.superuser.query(text, values)).rows
const send = (path: string, fields: Fields, as = cookie) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie: as } })
const read = async (path: string, as = cookie) =>
  decoded(await (await app.request(path, { headers: { cookie: as } })).text())
const stateOf = async (id: string) =>
  (await rows('select state, granted_cents from dossier where id = $1', [id]))[0]

const financed = {
  ...{ intent: 'decider', outcome: 'financed', amountCents: '4 000', decidedOn: '2026-11-20', vu: '0' },
  ...{ reference: 'CN-12', comment: '' },
}

describe('A decision', () => {
  it('is recorded with its amount, its date and its reference, and moves the dossier', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const { id, path } = await call.dossier()
    expect((await send(path, financed)).status).toBe(302)
    expect(await stateOf(id)).toEqual({ state: 'financed', granted_cents: 400_000 })
    const html = await read(path)
    expect(html).toContain('Décision nationale')
    expect(html).toContain('CN-12')
    expect(html).toMatch(/4\s000\s€/)
  })

  it('without an amount, a date or a reason where one is needed is refused at the field, with what was typed', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const { id, path } = await call.dossier()
    const none = await send(path, { ...financed, amountCents: '', reference: 'Gardée' })
    expect(none.status).toBe(422)
    const html = decoded(await none.text())
    expect(html).toContain('Indiquez le montant accordé')
    expect(html).toContain('Gardée')
    const refused = await send(path, { ...financed, outcome: 'refused', amountCents: '' })
    expect(decoded(await refused.text())).toContain('Dites pourquoi, en quelques mots')
    const later = await send(path, { ...financed, decidedOn: '2099-01-01' })
    expect(decoded(await later.text())).toContain('Cette date est à venir')
    expect((await stateOf(id)).state).toBe('opined')
  })

  it('is corrected by one more line, which keeps the first, and takes the amount with it', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const { id, path } = await call.dossier()
    await send(path, financed)
    const late = await send(path, { ...financed, amountCents: '4 100', comment: 'Erreur' })
    expect(late.status).toBe(409)
    const again = { ...financed, vu: '1', comment: 'Le comité est revenu sur son avis' }
    expect((await send(path, { ...again, outcome: 'refused', amountCents: '' })).status).toBe(302)
    expect(await stateOf(id)).toEqual({ state: 'refused', granted_cents: null })
    expect(
      await rows(
        'select number, outcome, amount_cents from dossier_decision where dossier_id = $1 order by 1',
        [id],
      ),
    ).toEqual([
      { number: 1, outcome: 'financed', amount_cents: 400_000 },
      { number: 2, outcome: 'refused', amount_cents: null },
    ])
    expect(
      await rows(`select has_table_privilege('maillage_app', 'dossier_decision', 'update, delete') as may`),
    ).toEqual([{ may: false }])
  })

  it('is never passed over by a plain move, whoever asks', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const { id, path } = await call.dossier()
    const moved = await send(path.replace('/suivi', ''), {
      intent: 'avancer',
      de: 'opined',
      vers: 'financed',
    })
    expect(moved.status).toBe(422)
    expect((await stateOf(id)).state).toBe('opined')
  })

  it('is recorded by the team alone: a holder, a sponsor, another network get nothing', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const { id, path, holder } = await call.dossier()
    const others = [
      await aBoundPerson(database.superuser, 'so-cooperation', 'holder', holder),
      await aBoundPerson(database.superuser, 'so-cooperation', 'sponsor', holder),
    ]
    for (const person of others)
      expect((await send(path, financed, await signedIn(app, person))).status).toBe(403)
    const theirs = await aPerson(database.superuser, { resacoop: 'admin' })
    const there = path.replace('so-cooperation', 'resacoop')
    expect((await send(there, financed, await signedIn(app, theirs))).status).toBe(404)
    expect((await stateOf(id)).state).toBe('opined')
  })
})

describe('A letter', () => {
  it('goes to who writes the dossier and to the sponsor’s people, each by name, and stays with the dossier', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const sponsor = (await call.dossier()).holder
    const { id, path } = await call.dossier({ sponsor })
    const editor = await anEditor(database.superuser, call.network, id, 'so-cooperation')
    const person = await aBoundPerson(
      database.superuser,
      'so-cooperation',
      'sponsor',
      sponsor,
      'Morgan Essai',
    )
    await send(path, financed)
    const one = `${path.replace('/suivi', '')}/lettres/envoyer`
    expect(await read(`${one}?lettre=financed`)).toContain('Un chantier d’essai')
    expect((await send(one, { lettre: 'financed' })).status).toBe(302)
    const [mail] = await mailsTo(database.superuser, editor.email)
    expect(String(mail!.props.body)).toMatch(/Bonjour Charlie Essai[\s\S]*4\s000\s€/)
    expect(String((await mailsTo(database.superuser, person.email))[0]!.props.body)).toContain(
      'Bonjour Morgan Essai',
    )
    const [kept] = await rows('select id, sent_to from dossier_letter where dossier_id = $1', [id])
    expect(kept.sent_to.map((to: { as: string }) => to.as)).toEqual(['editor', 'sponsor'])
    const pdf = await app.request(`${path.replace('/suivi', '')}/lettres/${kept.id}/pdf`, {
      headers: { cookie },
    })
    expect(pdf.headers.get('content-type')).toBe('application/pdf')
    expect(
      Buffer.from(await pdf.arrayBuffer())
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-')
  })

  it('with nobody to write to is not sent, and says so', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const { id, path } = await call.dossier()
    await send(path, financed)
    const sent = await send(`${path.replace('/suivi', '')}/lettres/envoyer`, { lettre: 'financed' })
    expect(sent.status).toBe(422)
    expect(decoded(await sent.text())).toContain('invitez d’abord la structure porteuse')
    expect(await rows('select from dossier_letter where dossier_id = $1', [id])).toHaveLength(0)
  })

  it('is written in the network’s own words, with gaps that are told where none fills them, and put back', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const { id } = await call.dossier()
    const base = `/so-cooperation/bureau/dispositifs/${call.id}/lettres`
    const wrong = await send(`${base}/financed`, {
      intent: 'garder',
      subject: 'Bravo',
      body: 'À {{porteuse}}',
    })
    expect(wrong.status).toBe(422)
    const html = decoded(await wrong.text())
    expect(html.match(/Aucun dossier ne remplit[^<]*/)?.[0]).toMatch(/«.porteuse.»/)
    expect(html).toContain('À {{porteuse}}')
    const seen = await send(`${base}/financed`, {
      ...{ intent: 'voir', subject: 'Bravo', body: 'Le projet {{projet}}', dossier: id },
    })
    expect(decoded(await seen.text())).toContain('Le projet Un chantier d’essai')
    expect(
      (await send(`${base}/financed`, { intent: 'garder', subject: 'Bravo', body: 'À {{porteur}}' })).status,
    ).toBe(302)
    expect(await read(base)).toContain('Le vôtre')
    await send(`${base}/financed`, { intent: 'revenir', subject: '', body: '' })
    expect(await read(base)).not.toContain('Le vôtre')
  })

  it('goes to several at once, those already written to left unticked, and tells those it could not reach', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const [one, two] = [await call.dossier(), await call.dossier()]
    const editor = await anEditor(database.superuser, call.network, one.id, 'so-cooperation')
    for (const { path } of [one, two]) await send(path, financed)
    const batch = `/so-cooperation/bureau/dispositifs/sessions/${call.session}/lettres`
    const body = new URLSearchParams({ lettre: 'financed' })
    for (const { id } of [one, two]) body.append('dossier', id)
    const sent = await app.request(batch, { method: 'POST', body, headers: { cookie } })
    expect(decoded(await sent.text())).toContain('1 courrier n’est pas parti')
    expect(await mailsTo(database.superuser, editor.email)).toHaveLength(1)
    expect(await read(`${batch}?lettre=financed`)).toContain('déjà envoyé')
  })
})
