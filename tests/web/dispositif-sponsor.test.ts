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
const NETWORK = 'so-cooperation'
const SPACE = `/${NETWORK}/espace/parrainages`
let app: TestApp
let staff: StaffContext
let cookie: string

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, NETWORK)
  cookie = await signedIn(app, staff.account)
})

type Fields = Record<string, string>
const rows = async (text: string, values: unknown[] = []) =>
  (await database.superuser.query(text, values)).rows
const send = (path: string, fields: Fields, as = cookie) =>
  app.request(path, { method: 'POST', body: form(fields), headers: { cookie: as } })
const get = (path: string, as = cookie) => app.request(path, { headers: { cookie: as } })
const read = async (path: string, as = cookie) => decoded(await (await get(path, as)).text())
const stateOf = async (id: string) => (await rows('select state from dossier where id = $1', [id]))[0].state

/** Closing so many days from now. */
const closing = (session: string, days: number) =>
  rows(`update dispositif_session set closes_at = now() + $2 * interval '1 day' where id = $1`, [
    session,
    days,
  ])

/** A sponsor with its person, and a dossier that awaits it. */
async function awaited() {
  const call = await aFollowedCall(database.superuser, staff)
  await closing(call.session, 5)
  const { holder: sponsor } = await call.dossier({ state: 'draft' })
  const dossier = await call.dossier({ sponsor, state: 'awaiting_sponsor', title: 'Le puits partagé' })
  const person = await aBoundPerson(database.superuser, NETWORK, 'sponsor', sponsor, 'Morgan Essai')
  return { call, sponsor, dossier, person, own: `${SPACE}/${dossier.id}`, as: await signedIn(app, person) }
}

describe('A sponsor', () => {
  it('finds what awaits it, reads the dossier, and validates it before closing: it is submitted', async () => {
    const { dossier, own, as } = await awaited()
    expect(await read(SPACE, as)).toContain('Le puits partagé')
    expect(await read(SPACE, as)).toContain('Attend votre validation')
    expect(await read(own, as)).toContain('Valider et déposer')
    expect((await send(own, { intent: 'valider' }, as)).status).toBe(302)
    expect(await stateOf(dossier.id)).toBe('submitted')
    expect(
      await rows('select submitted_at is not null as at from dossier where id = $1', [dossier.id]),
    ).toEqual([{ at: true }])
    expect((await send(own, { intent: 'valider' }, as)).status).toBe(409)
  })

  it('too late by the server’s clock validates nothing, whatever its page showed', async () => {
    const { call, dossier, own, as } = await awaited()
    await rows('update dispositif_session set closes_at = now() where id = $1', [call.session])
    const late = await send(own, { intent: 'valider' }, as)
    expect(late.status).toBe(422)
    expect(decoded(await late.text())).toContain('La session est close')
    expect(await stateOf(dossier.id)).toBe('awaiting_sponsor')
  })

  it('sends a dossier back with words, which its holder receives, and never without', async () => {
    const { call, dossier, own, as } = await awaited()
    const editor = await anEditor(database.superuser, call.network, dossier.id, NETWORK)
    expect((await send(own, { intent: 'renvoyer', reason: '' }, as)).status).toBe(422)
    expect((await send(own, { intent: 'renvoyer', reason: 'Le budget ne tient pas' }, as)).status).toBe(302)
    expect(await stateOf(dossier.id)).toBe('draft')
    expect(String((await mailsTo(database.superuser, editor.email))[0]!.props.body)).toContain(
      'Le budget ne tient pas',
    )
    expect(await read(own, as)).toContain('Le budget ne tient pas')
  })

  it('is told here and by mail when somebody asks for its validation', async () => {
    const { call, sponsor, person } = await awaited()
    const { id } = await call.dossier({ sponsor, state: 'draft', title: 'Demandé' })
    const desk = `/${NETWORK}/bureau/dispositifs/dossiers/${id}`
    expect((await send(desk, { intent: 'avancer', de: 'draft', vers: 'awaiting_sponsor' })).status).toBe(302)
    expect((await mailsTo(database.superuser, person.email)).map(({ props }) => props.link)).toEqual([
      `${SPACE}/${id}`,
    ])
    expect(await rows(`select kind from notification where account_id = $1`, [person.id])).toEqual([
      { kind: 'dispositifs.to_validate' },
    ])
  })

  it('that nobody acts for is told to the team, and asked once somebody is named', async () => {
    const { call, sponsor, person } = await awaited()
    const { id } = await call.dossier({ sponsor: null, state: 'draft', title: 'Sans marraine connue' })
    const desk = `/${NETWORK}/bureau/dispositifs/dossiers/${id}`
    expect((await send(desk, { intent: 'avancer', de: 'draft', vers: 'awaiting_sponsor' })).status).toBe(302)
    expect(
      await rows(
        `select account_id as id from notification where kind = 'dispositifs.nobody_validates'
        and path like $1`,
        [`%${id}`],
      ),
    ).toContainEqual({ id: staff.account.id })
    const [{ organisation_id: holders }] = await rows(
      'select organisation_id from dossier_holder where dossier_id = $1',
      [id],
    )
    const [{ version }] = await rows('select version from dossier where id = $1', [id])
    const named = { version: String(version), holders, sponsors: sponsor, 'f.title': 'Avec marraine' }
    const sent = await send(`${desk}/modifier`, named)
    expect(sent.status, await sent.clone().text()).toBe(302)
    expect((await mailsTo(database.superuser, person.email)).map(({ props }) => props.link)).toContain(
      `${SPACE}/${id}`,
    )
  })

  it('reaches its portfolio and nothing else: another sponsor’s, a draft never sent, another network’s are not there', async () => {
    const { call, as, own } = await awaited()
    const other = await call.dossier({ state: 'draft' })
    const theirs = await call.dossier({
      sponsor: other.holder,
      state: 'awaiting_sponsor',
      title: 'Pas à vous',
    })
    const { sponsor } = (
      await rows('select sponsor_id as sponsor from dossier where id = $1', [own.split('/').at(-1)])
    )[0]
    const draft = await call.dossier({ sponsor, state: 'draft', title: 'Brouillon gardé' })
    for (const { id } of [theirs, draft]) {
      expect((await get(`${SPACE}/${id}`, as)).status).toBe(404)
      for (const fields of [{ intent: 'valider' }, { intent: 'renvoyer', reason: 'Intrus' }])
        expect((await send(`${SPACE}/${id}`, fields as Fields, as)).status).toBe(404)
    }
    const list = await read(SPACE, as)
    expect(list).not.toContain('Pas à vous')
    expect(list).not.toContain('Brouillon gardé')
    expect((await get(own.replace(NETWORK, 'resacoop'), as)).status).toBe(403)
    const unbound = await aPerson(database.superuser, { [NETWORK]: 'sponsor' })
    expect((await get(own, await signedIn(app, unbound))).status).toBe(404)
    await rows(
      `update account_grant set revoked_at = now() where id in (select grant_id from grant_organisation where organisation_id = $1)`,
      [sponsor],
    )
    expect((await get(own, as)).status).toBe(403)
  })
})

const received = {
  intent: 'etape',
  step: 'received',
  amountCents: '2 000',
  happenedOn: '2026-11-21',
  note: 'Virement',
}

describe('Money that goes through a sponsor', () => {
  async function paid() {
    const made = await awaited()
    const { sponsor, call } = made
    const { id, path } = await call.dossier({ sponsor, state: 'opined', title: 'Financé' })
    const decided = {
      intent: 'decider',
      outcome: 'financed',
      amountCents: '5 000',
      decidedOn: '2026-11-20',
      vu: '0',
    }
    await send(path, decided)
    await send(path, {
      intent: 'prevoir',
      kind: 'advance',
      amountCents: '2 000',
      dueOn: '2026-11-21',
      paidTo: 'sponsor',
    })
    const [{ id: versement }] = await rows('select id from dossier_payment where dossier_id = $1', [id])
    return { ...made, id, path, versement, mine: `${SPACE}/${id}` }
  }

  it('is paid as the team says, received and passed on as the sponsor says, each once and in order', async () => {
    const { id, path, versement, mine, as, person } = await paid()
    const early = await send(mine, { ...received, versement }, as)
    expect(early.status).toBe(422)
    expect((await send(path, { ...received, step: 'paid', versement })).status).toBe(302)
    expect(await stateOf(id)).toBe('advance_paid')
    expect(
      await rows(`select kind from notification where account_id = $1 and kind like '%money%'`, [person.id]),
    ).toHaveLength(1)
    expect(await read(SPACE, as)).toContain('De l’argent est en chemin')
    expect((await send(mine, { ...received, versement }, as)).status).toBe(302)
    expect((await send(mine, { ...received, versement }, as)).status).toBe(409)
    expect((await send(mine, { ...received, step: 'passed_on', versement }, as)).status).toBe(302)
    expect(await read(path)).toContain('Reversé à la structure')
    expect(
      await rows('select step from dossier_payment_step where payment_id = $1 order by at', [versement]),
    ).toEqual(['paid', 'received', 'passed_on'].map((step) => ({ step })))
  })

  it('is never written by another sponsor, nor paid by the sponsor itself', async () => {
    const { path, versement, mine, as, call } = await paid()
    await send(path, { ...received, step: 'paid', versement })
    const stranger = await aBoundPerson(database.superuser, NETWORK, 'sponsor', (await call.dossier()).holder)
    expect((await send(mine, { ...received, versement }, await signedIn(app, stranger))).status).toBe(404)
    expect((await send(mine, { ...received, step: 'paid', versement }, as)).status).toBe(404)
    expect(await rows('select step from dossier_payment_step where payment_id = $1', [versement])).toEqual([
      { step: 'paid' },
    ])
  })

  it('comes with a proof that its sponsor and the team read, and nobody else', async () => {
    const { path, versement, mine, as, call } = await paid()
    await send(path, { ...received, step: 'paid', versement })
    const body = new FormData()
    for (const [name, value] of Object.entries({ ...received, versement })) body.append(name, value)
    body.append('file', new File(['date;montant\n21/11/2026;2000'], 'releve.csv', { type: 'text/csv' }))
    const sent = await app.request(mine, { method: 'POST', body, headers: { cookie: as } })
    expect(sent.status).toBe(302)
    const [{ file_id: file }] = await rows(
      `select file_id from dossier_payment_step where step = 'received' and payment_id = $1`,
      [versement],
    )
    const at = `/${NETWORK}/fichiers/${file}`
    expect((await get(at, as)).status).toBe(200)
    expect((await get(at)).status).toBe(200)
    const stranger = await aBoundPerson(database.superuser, NETWORK, 'sponsor', (await call.dossier()).holder)
    expect((await get(at, await signedIn(app, stranger))).status).toBe(404)
  })

  it('keeps a dossier from being settled while it has not gone where it should, and says so', async () => {
    const { id, path, versement } = await paid()
    await send(path, { ...received, step: 'paid', versement })
    for (const to of ['done', 'report_received'])
      await rows(`update dossier set state = $2 where id = $1`, [id, to])
    const held = await send(path, { intent: 'solder' })
    expect(held.status).toBe(422)
    expect(decoded(await held.text())).toContain('Un versement n’est pas allé au bout')
    expect(
      (await send(path, { intent: 'solder', reason: 'Le reste est abandonné par la structure' })).status,
    ).toBe(302)
    expect(await stateOf(id)).toBe('settled')
  })
})

describe('An accreditation', () => {
  const asked = (organisationId: string) => ({
    ...{ organisationId, dispositifId: '', startsOn: '2026-01-01', endsOn: '', trainedOn: '2026-02-03' },
    ...{ reference: 'AMI 2026', note: '' },
  })
  const pool = `/${NETWORK}/bureau/dispositifs/marraines`

  it('is seen in the pool with its end and its training, and may be ended with a reason', async () => {
    const { sponsor } = await awaited()
    const made = await send(`${pool}/agreer`, { ...asked(sponsor), endsOn: '2026-12-31' })
    expect(made.status).toBe(302)
    const again = await send(`${pool}/agreer`, { ...asked(sponsor), endsOn: '2026-12-31' })
    expect(again.status).toBe(422)
    expect(decoded(await again.text())).toContain('déjà enregistré, aux mêmes dates')
    expect(await read(pool)).toContain('jusqu’au 31 déc. 2026')
    const [{ id }] = await rows('select id from sponsor_accreditation where organisation_id = $1', [sponsor])
    const end = { intent: 'arreter', agrement: id, endedOn: '2026-11-01', endReason: '' }
    expect((await send(`${pool}/${sponsor}`, end)).status).toBe(422)
    expect((await send(`${pool}/${sponsor}`, { ...end, endReason: 'Association dissoute' })).status).toBe(302)
    expect(await read(`${pool}/${sponsor}`)).toContain('Association dissoute')
  })

  it('that is over keeps its sponsor from validating where the rule asks for one, until a new one stands', async () => {
    const { call, sponsor, dossier, own, as } = await awaited()
    const rule = { key: 'sponsor', kind: 'sponsor_accredited', blocking: true, source: { text: 'Règlement' } }
    const why = { fr: 'Elle répond de l’argent.', en: 'It answers for the money.' }
    await database.superuser.query('alter table dispositif_revision disable trigger published_stays')
    await rows('update dispositif_revision set content = $2 where id = $1', [
      call.rulesId,
      JSON.stringify([{ ...rule, why }]),
    ])
    await database.superuser.query('alter table dispositif_revision enable trigger published_stays')
    const desk = `/${NETWORK}/bureau/dispositifs/dossiers/${dossier.id}`
    await send(`${pool}/agreer`, { ...asked(sponsor), endsOn: '2026-06-30' })
    expect(await read(desk)).toContain('Non respectée')
    const refused = await send(own, { intent: 'valider' }, as)
    expect(refused.status).toBe(422)
    expect(decoded(await refused.text())).toContain('pas d’agrément en cours')
    await send(`${pool}/agreer`, { ...asked(sponsor), startsOn: '2026-07-01' })
    expect(await read(desk)).not.toContain('Non respectée')
    expect((await send(own, { intent: 'valider' }, as)).status).toBe(302)
  })
})
