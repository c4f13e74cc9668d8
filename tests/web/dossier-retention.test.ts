import { beforeAll, describe, expect, it } from 'vitest'
import { emptyOldDossiers } from '#server/dispositifs/retention/empty-dossiers.server.ts'
import { EMPTIED, KEPT } from '#server/dispositifs/retention/tables-of-dossier.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { useDatabase } from '#tests/support/database.ts'
import { deskOf, idOf } from '#tests/support/desk-dossiers.ts'
import { decoded } from '#tests/support/html-elements.ts'
import { signedIn, startApp, type TestApp } from '#tests/support/http.ts'
import { staffOf } from '#tests/support/published.ts'

const database = useDatabase()
let app: TestApp
let desk: ReturnType<typeof deskOf>
let staff: StaffContext
let cookie: string

beforeAll(async () => {
  app = await startApp()
  staff = await staffOf(database.superuser, 'so-cooperation')
  cookie = await signedIn(app, staff.account)
  desk = deskOf(app, staff, cookie)
})

const rows = async (text: string, values: unknown[] = []) =>
  (await database.superuser.query(text, values)).rows
const at = (day: string) => ({ now: () => new Date(`${day}T12:00:00Z`) })
const read = async (path: string) => decoded(await (await app.request(path, { headers: { cookie } })).text())

const NAME = 'Secret des jeunes de Parthenay'

/** Of a session closed on 5 February 2026 whose dossiers are kept for a year. */
async function aKeptDossier() {
  const session = await desk.aSession(await desk.aDispositif(), { retentionMonths: '12' })
  const dossier = await desk.aDossier(session, { externalNumber: 'F-9', 'q.title': NAME })
  await database.superuser.query(
    `update dossier set title = $2, requested_cents = 400000, planned = '{"french":{"total":22}}' where id = $1`,
    [idOf(dossier), NAME],
  )
  await desk.send(`${dossier}/echanges`, { texte: NAME })
  await desk.send(dossier, { intent: 'avancer', de: 'submitted', vers: 'to_correct', motif: NAME })
  await desk.send(dossier, { intent: 'avancer', de: 'to_correct', vers: 'withdrawn', motif: '' })
  return dossier
}

describe('A dossier kept long enough', () => {
  it('is emptied of what tells anybody, and keeps its course, its amounts and its head counts', async () => {
    const dossier = await aKeptDossier()
    await emptyOldDossiers(at('2027-01-20'))
    expect(await read(dossier)).toContain(NAME)
    await emptyOldDossiers(at('2027-03-20'))
    const [row] = await rows('select * from dossier where id = $1', [idOf(dossier)])
    expect(row).toMatchObject({ answers: {}, title: '', external_number: null, state: 'withdrawn' })
    expect(row).toMatchObject({ requested_cents: 400000, planned: { french: { total: 22 } } })
    const story = await rows(
      'select to_state, account_id, reason from dossier_move where dossier_id = $1 order by nth',
      [idOf(dossier)],
    )
    expect(story).toEqual(
      ['submitted', 'to_correct', 'withdrawn'].map((to_state) => ({
        to_state,
        account_id: null,
        reason: '',
      })),
    )
    for (const table of EMPTIED)
      expect(await rows(`select 1 from ${table} where dossier_id = $1`, [idOf(dossier)]), table).toEqual([])
    const page = await read(dossier)
    expect(page).not.toContain(NAME)
    expect(page).toContain('Ce dossier a été vidé')
  })

  it('is not written in again', async () => {
    const dossier = await aKeptDossier()
    await emptyOldDossiers(at('2027-03-20'))
    const [{ version }] = await rows('select version from dossier where id = $1', [idOf(dossier)])
    const [{ organisation_id }] = await rows(
      'select organisation_id from dossier_holder where dossier_id = $1',
      [idOf(dossier)],
    )
    const before = await rows('select * from dossier where id = $1', [idOf(dossier)])
    const sent = await desk.send(`${dossier}/modifier`, {
      ...{ holders: organisation_id, version: String(version), 'f.title': 'Encore' },
    })
    // There is no form to come back to: the dossier says since when it is empty.
    expect([sent.status, sent.headers.get('location')]).toEqual([302, dossier])
    expect(await rows('select * from dossier where id = $1', [idOf(dossier)])).toEqual(before)
  })

  it('waits while money or a report is still awaited', async () => {
    const dossier = await aKeptDossier()
    await database.superuser.query(`alter table dossier disable trigger move_is_legal`)
    await database.superuser.query(`update dossier set state = 'advance_paid' where id = $1`, [idOf(dossier)])
    await database.superuser.query(`alter table dossier enable trigger move_is_legal`)
    await emptyOldDossiers(at('2027-03-20'))
    expect(await rows('select title from dossier where id = $1', [idOf(dossier)])).toEqual([{ title: NAME }])
  })

  it('has a line for every table that hangs from it: emptied with it, or kept for a reason', async () => {
    const hanging = await rows(
      `select distinct conrelid::regclass::text as name from pg_constraint
       where contype = 'f' and confrelid = 'dossier'::regclass order by 1`,
    )
    expect(hanging.map(({ name }) => name)).toEqual([...EMPTIED, ...Object.keys(KEPT)].toSorted())
  })
})

describe('A line of the story of a dossier', () => {
  it('loses who and why, and is not rewritten', async () => {
    const dossier = await aKeptDossier()
    for (const change of ["reason = 'Autre chose'", "to_state = 'settled'", 'at = now()'])
      await expect(
        database.superuser.query(`update dossier_move set ${change} where dossier_id = $1`, [idOf(dossier)]),
        change,
      ).rejects.toThrow('does not change')
  })
})
