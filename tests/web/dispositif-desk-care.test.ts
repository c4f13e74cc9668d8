import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { idOf } from '#tests/support/desk-dossiers.ts'
import { aBoundPerson, aFollowedCall } from '#tests/support/dispositif-follow-up.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { form, signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { juryOf } from '#tests/support/jury.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let staff: StaffContext
let cookie: string
let jury: ReturnType<typeof juryOf>

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  jury = juryOf(app, database.superuser, staff, cookie)
})

const text = async (answer: Response | Promise<Response>) =>
  decoded(await (await answer).text()).replace(/\s/gu, ' ')
const read = (path: string, as = cookie) => text(app.request(path, { headers: { cookie: as } }))
const stateOf = async (id: string) =>
  (await jury.rows('select state from dossier where id = $1', [id]))[0].state

describe('Money recorded by mistake', () => {
  it('takes the state back with it, dated and with its reason, and no other step does', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const { id, path } = await call.dossier({ state: 'financed' })
    await jury.send(path, { intent: 'prevoir', kind: 'advance', amountCents: '2 500', paidTo: 'holder' })
    const [{ id: versement }] = await jury.rows('select id from dossier_payment where dossier_id = $1', [id])
    expect(await read(path)).toContain('Annuler ce versement prévu (Acompte, 2 500 €) ?')
    const paid = { intent: 'etape', versement, step: 'paid', happenedOn: '2026-01-20', note: '' }
    expect((await jury.send(path, { ...paid, amountCents: '2 500' })).status).toBe(302)
    expect(await stateOf(id)).toBe('advance_paid')
    const [{ id: etape }] = await jury.rows('select id from dossier_payment_step where payment_id = $1', [
      versement,
    ])
    expect(await read(path)).toContain('Sans cet acompte, le dossier redevient « Financé »')
    const without = await jury.send(path, { intent: 'reprendre', versement, etape, reason: ' ' })
    expect(without.status).toBe(422)
    expect(await text(without)).toContain('Dites pourquoi')
    expect(await stateOf(id)).toBe('advance_paid')
    const reason = 'Versé à une autre association'
    expect((await jury.send(path, { intent: 'reprendre', versement, etape, reason })).status).toBe(302)
    const [move] = await jury.rows(
      `select from_state, to_state, reason, account_id from dossier_move where dossier_id = $1
        order by nth desc limit 1`,
      [id],
    )
    expect(move).toEqual({
      ...{ from_state: 'advance_paid', to_state: 'financed', reason },
      account_id: staff.account.id,
    })
    expect((await jury.send(path, { ...paid, amountCents: '2 500' })).status).toBe(302)
    expect(await stateOf(id)).toBe('advance_paid')
  })
})

describe('A sponsor', () => {
  it('is told what is missing before answering for it, and may all the same', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    await jury.rows(`update dispositif_session set closes_at = now() + interval '5 days' where id = $1`, [
      call.session,
    ])
    const { holder: sponsor } = await call.dossier({ state: 'draft' })
    const { id } = await call.dossier({ sponsor, state: 'awaiting_sponsor' })
    await jury.rows(`update dossier set answers = '{}' where id = $1`, [id])
    const [{ content }] = await jury.rows('select content from dispositif_revision where id = $1', [
      call.formId,
    ])
    content.sections[0].fields[0].required = true
    const label = content.sections[0].fields[0].label.fr
    await jury.rows('alter table dispositif_revision disable trigger user')
    await jury.rows('update dispositif_revision set content = $2, published_at = null where id = $1', [
      ...[call.formId, JSON.stringify(content)],
    ])
    await jury.rows('alter table dispositif_revision enable trigger user')
    const person = await aBoundPerson(database.superuser, 'so-cooperation', 'sponsor', sponsor)
    const as = await signedIn(app, person)
    const own = `/so-cooperation/espace/parrainages/${id}`
    const validate = (more = {}) =>
      app.request(own, {
        ...{ method: 'POST', headers: { cookie: as } },
        body: form({ intent: 'valider', ...more }),
      })
    expect(await read(own, as)).toMatch(new RegExp(`Il manque encore .*${label}`))
    const asked = await validate()
    expect(asked.status).toBe(422)
    const html = await text(asked)
    expect(html).toContain('Confirmer quand même')
    expect(await stateOf(id)).toBe('awaiting_sponsor')
    const averti = html.match(/name="averti" value="([^"]*)"/)![1]!
    expect((await validate({ averti })).status).toBe(302)
    expect(await stateOf(id)).toBe('submitted')
  })
})

describe('What was decided on', () => {
  it('is written again for a reason, which the history keeps', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const { id, holder, path } = await call.dossier({ state: 'financed' })
    const edit = path.replace('/suivi', '/modifier')
    expect(await read(edit)).toContain('Ce dossier est décidé')
    const [{ version }] = await jury.rows('select version from dossier where id = $1', [id])
    const save = (more: Record<string, string>) =>
      jury.send(edit, { holders: holder, version: String(version), ...more })
    const silent = await save({ 'f.title': 'Un autre titre' })
    expect(silent.status).toBe(422)
    const html = await text(silent)
    expect(html).toContain('Dites pourquoi')
    expect(html).toContain('Un autre titre')
    const reason = 'Le titre était celui d’un autre'
    expect((await save({ 'f.title': 'Un autre titre', reason })).status).toBe(302)
    const [line] = await jury.rows(
      `select changes from audit_entry where object_id = $1 and action = 'dossier.updated'`,
      [id],
    )
    expect(line.changes).toMatchObject({ reason })
  })

  it('by somebody of the team who follows it now is no change of it', async () => {
    const call = await aFollowedCall(database.superuser, staff)
    const { id, holder, path } = await call.dossier({ state: 'financed' })
    const [{ version }] = await jury.rows('select version from dossier where id = $1', [id])
    const sent = await jury.send(path.replace('/suivi', '/modifier'), {
      ...{ holders: holder, version: String(version), 'f.title': 'Un chantier d’essai' },
      assigneeId: staff.account.id,
    })
    expect(sent.status).toBe(302)
  })

  it('is not written at all once it is one with another', async () => {
    const session = await jury.aSession(await jury.aDispositif('isi'))
    const [gone, kept] = [await jury.aDossier(session), await jury.aDossier(session)]
    await jury.send(`${gone}/rapprocher`, { intent: 'fusionner', autre: idOf(kept), motif: 'Le même' })
    expect(await stateOf(idOf(gone))).toBe('merged')
    const page = await read(gone)
    expect(page).toContain('Ouvrir le dossier qui reste')
    expect(page).not.toContain(`${gone}/modifier`)
    const opened = await app.request(`${gone}/modifier`, { headers: { cookie } })
    expect(opened.headers.get('location')).toBe(gone)
    const [{ version, organisation_id: holders }] = await jury.rows(
      `select d.version, h.organisation_id from dossier d join dossier_holder h on h.dossier_id = d.id
        where d.id = $1`,
      [idOf(gone)],
    )
    const sent = await jury.send(`${gone}/modifier`, {
      ...{ holders, version: String(version), 'f.title': 'Encore' },
    })
    expect(sent.headers.get('location')).toBe(gone)
    const [{ title }] = await jury.rows('select title from dossier where id = $1', [idOf(gone)])
    expect(title).not.toBe('Encore')
    const piece = new FormData()
    piece.append('question', ':aucune')
    piece.append('fichier', new File(['%PDF-1.4\n%%EOF'], 'Tard.pdf'))
    const attached = await app.request(`${gone}/pieces`, {
      ...{ method: 'POST', body: piece, headers: { cookie } },
    })
    expect(attached.status).toBe(409)
    expect(await text(attached)).toContain('a été fusionné avec un autre')
  })
})

describe('A distribution', () => {
  it('leaves what nobody checked yet, says how many, and takes it when it is asked', async () => {
    const session = await jury.aSession(await jury.aDispositif('isi'))
    const [checked] = await jury.filesOf(session, 1)
    const raw = idOf(await jury.aDossier(session))
    const reader = await jury.aReader(`Lecture ${Math.random()}`)
    await jury.choose(session, [reader])
    const page = await read(`${session}/instruction`)
    expect(page).toContain('1 dossier est « Déposé »')
    expect(page).toContain('Seulement les dossiers complets (1)')
    const awaited = await jury.distribute(session, 1)
    expect(await jury.given(reader)).toEqual([checked])
    // However soon it was done, whoever asked is led back to the session.
    const back = await app.request(awaited, { headers: { cookie } })
    expect(back.headers.get('location')).toBe(`${session}/instruction?fait=distribue`)
    await jury.distribute(session, 1, { quels: 'tous' })
    expect((await jury.given(reader)).toSorted()).toEqual([checked, raw].toSorted())
    // What is being read stays, though it is not checked.
    await jury.distribute(session, 1)
    expect(await jury.given(reader)).toHaveLength(2)
    expect(await read(`${session}/instruction`)).toContain(`${reader.name} : en attente`)
  })
})
