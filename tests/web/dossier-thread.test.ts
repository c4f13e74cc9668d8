import { beforeAll, describe, expect, it } from 'vitest'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { deskOf, idOf } from '#tests/support/desk-dossiers.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let desk: ReturnType<typeof deskOf>
let others: ReturnType<typeof deskOf>
let staff: StaffContext
let cookie: string

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  desk = deskOf(app, staff, cookie)
  const colleague = await staffOf(database.superuser, 'so-cooperation')
  others = deskOf(app, colleague, await signedIn(app, colleague.account))
})

const rows = async (text: string, values: unknown[] = []) =>
  (await database.superuser.query(text, values)).rows
const read = async (path: string) => decoded(await (await app.request(path, { headers: { cookie } })).text())
const aDossier = async (fields = {}) => desk.aDossier(await desk.aSession(await desk.aDispositif()), fields)
const stateOf = async (dossier: string) =>
  (
    await rows('select state, merged_into, number, external_number from dossier where id = $1', [
      idOf(dossier),
    ])
  )[0]

describe('What the team says of a dossier', () => {
  it('is read by the team, and tells whoever spoke of it before', async () => {
    const dossier = await aDossier()
    await desk.send(`${dossier}/echanges`, { texte: 'Le budget me semble court.' })
    await others.send(`${dossier}/echanges`, { texte: 'Je les appelle demain.' })
    const page = await read(`${dossier}/echanges`)
    expect(page).toContain('Le budget me semble court.')
    expect(page).toContain('Je les appelle demain.')
    const told = await rows(
      `select account_id from notification where kind = 'dispositifs.message' and path like $1`,
      [`%${idOf(dossier)}%`],
    )
    expect(told).toEqual([{ account_id: staff.account.id }])
  })

  it('is refused when it is empty, and kept when it is too long', async () => {
    const dossier = await aDossier()
    const empty = await desk.send(`${dossier}/echanges`, { texte: '   ' })
    expect(empty.status).toBe(422)
    const long = 'mot '.repeat(1200)
    const kept = await desk.send(`${dossier}/echanges`, { texte: long })
    expect(kept.status).toBe(422)
    expect(await kept.text()).toContain('mot mot mot')
  })

  it('is taken back by its author alone, and it stays known that something was said', async () => {
    const dossier = await aDossier()
    await desk.send(`${dossier}/echanges`, { texte: 'Un mot de trop.' })
    const [{ id }] = await rows('select id from dossier_message where dossier_id = $1', [idOf(dossier)])
    const stolen = await others.send(`${dossier}/echanges`, { intent: 'reprendre', message: id })
    expect(stolen.status).toBe(404)
    await desk.send(`${dossier}/echanges`, { intent: 'reprendre', message: id })
    const page = await read(`${dossier}/echanges`)
    expect(page).not.toContain('Un mot de trop.')
    expect(page).toContain('Message retiré')
  })
})

describe('A dossier deposited twice', () => {
  it('joins the other, with its number of the funder and those who wrote it', async () => {
    const session = await desk.aSession(await desk.aDispositif())
    const kept = await desk.aDossier(session)
    const gone = await desk.aDossier(session, { externalNumber: 'F-77' })
    await database.superuser.query(
      `insert into dossier_editor (network_id, id, dossier_id, email) values ($1, gen_random_uuid(), $2, 'ana@essai.example')`,
      [staff.network.id, idOf(gone)],
    )
    const merged = await desk.send(`${gone}/rapprocher`, {
      ...{ intent: 'fusionner', autre: idOf(kept), motif: 'Le même projet' },
    })
    expect(merged.headers.get('location')).toContain(kept)
    expect(await stateOf(gone)).toMatchObject({
      state: 'merged',
      merged_into: idOf(kept),
      external_number: null,
    })
    expect(await stateOf(kept)).toMatchObject({ external_number: 'F-77' })
    expect(await rows('select email from dossier_editor where dossier_id = $1', [idOf(kept)])).toEqual([
      { email: 'ana@essai.example' },
    ])
  })

  it('asks which one and why, and keeps what was typed', async () => {
    const session = await desk.aSession(await desk.aDispositif())
    await desk.aDossier(session)
    const gone = await desk.aDossier(session)
    const refused = await desk.send(`${gone}/rapprocher`, { intent: 'fusionner', motif: 'Le même projet' })
    expect(refused.status).toBe(422)
    expect(decoded(await refused.text())).toContain('Le même projet')
    expect(await stateOf(gone)).toMatchObject({ state: 'submitted' })
  })

  it('is not one with a dossier of another session, nor with itself', async () => {
    const [gone, elsewhere] = [await aDossier(), await aDossier()]
    for (const other of [elsewhere, gone]) {
      const refused = await desk.send(`${gone}/rapprocher`, {
        ...{ intent: 'fusionner', autre: idOf(other), motif: 'Le même projet' },
      })
      expect(refused.status).toBe(422)
    }
    expect(await stateOf(gone)).toMatchObject({ state: 'submitted' })
  })
})

describe('A dossier deposited in another session', () => {
  it('goes to the right one with a new number, and its history says from where', async () => {
    const dispositif = await desk.aDispositif()
    const [wrong, right] = [
      await desk.aSession(dispositif),
      await desk.aSession(dispositif, { name: 'Juste' }),
    ]
    await desk.aDossier(right)
    const dossier = await desk.aDossier(wrong)
    const moved = await desk.send(`${dossier}/rapprocher`, {
      ...{ intent: 'transferer', session: idOf(right), motif: 'Actions de l’an prochain' },
    })
    expect(moved.status).toBe(302)
    expect(await stateOf(dossier)).toMatchObject({ number: 2, state: 'submitted' })
    expect(await read(right)).toContain(dossier)
    expect(await read(wrong)).not.toContain(dossier)
  })

  it('stays where it is once it is withdrawn, or when the number is taken there', async () => {
    const dispositif = await desk.aDispositif()
    const [wrong, right] = [await desk.aSession(dispositif), await desk.aSession(dispositif)]
    await desk.aDossier(right, { externalNumber: 'F-1' })
    const twin = await desk.aDossier(wrong, { externalNumber: 'F-1' })
    const to = { intent: 'transferer', session: idOf(right), motif: 'Actions de l’an prochain' }
    expect((await desk.send(`${twin}/rapprocher`, to)).status).toBe(422)
    const gone = await desk.aDossier(wrong)
    await desk.send(gone, { intent: 'avancer', de: 'submitted', vers: 'withdrawn', motif: '' })
    expect((await desk.send(`${gone}/rapprocher`, to)).status).toBe(409)
  })
})

describe('A dossier that nobody looked at yet', () => {
  it('awaits the team at home, with its session, until it is taken further', async () => {
    const other = await staffOf(database.superuser, 'lianes-cooperation')
    const as = await signedIn(app, other.account)
    const there = deskOf(app, other, as)
    const home = async () =>
      decoded(await (await app.request('/lianes-cooperation/bureau', { headers: { cookie: as } })).text())
    const session = await there.aSession(await there.aDispositif(), { name: 'Session à vérifier' })
    const dossier = await there.aDossier(session)
    expect(await home()).toContain('Session à vérifier (1)')
    await there.send(dossier, { intent: 'avancer', de: 'submitted', vers: 'complete' })
    expect(await home()).not.toContain('Session à vérifier (1)')
  })
})
