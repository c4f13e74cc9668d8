import { spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { inNetwork } from '#db/client.ts'
import { askCheck } from '#server/crm/import/ask-check.server.ts'
import { confirmImport } from '#server/crm/import/confirm-import.server.ts'
import { importRow } from '#server/crm/import/import-row.server.ts'
import { matchColumns } from '#server/crm/import/match-columns.server.ts'
import { startImport } from '#server/crm/import/start-import.server.ts'
import { undoImport } from '#server/crm/import/undo-import.server.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { configureFiles } from '#server/kernel/files/files.server.ts'
import { openFiles } from '#server/kernel/files/open-files.server.ts'
import { startWorker } from '#server/kernel/jobs.ts'
import { readSettings } from '#server/kernel/settings.ts'
import { doWork } from '#server/works.ts'
import { useDatabase } from '#tests/support/database.ts'
import { aPerson, contextOf } from '#tests/support/people.ts'
import { until } from './until.ts'

const ROWS = 6000
const database = useDatabase()
const folder = mkdtempSync(join(tmpdir(), 'maillage-killed-import-'))
let staff: StaffContext
let id: string

const row = () => inNetwork(staff, (tx) => importRow(tx, staff, id))
const count = async (text: string) =>
  Number((await database.superuser.query(`select count(*) from (${text}) x`)).rows[0].count)
const killed = async (isTime: () => Promise<boolean>) => {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'tests/faults/worker-that-works.ts', database.urls.app],
    { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DATA_DIR: folder } },
  )
  const ended = new Promise((resolve) => child.on('exit', resolve))
  await until(isTime)
  child.kill('SIGKILL')
  await ended
}
const withWorker = async (isDone: () => Promise<boolean>) => {
  const worker = await startWorker(database.urls.app, [], () => {}, [doWork])
  await until(isDone)
  await worker.stop()
}

beforeAll(async () => {
  configureFiles(openFiles(readSettings({ DATA_DIR: folder })))
  const person = await aPerson(database.superuser, { 'so-cooperation': 'staff' })
  staff = contextOf('so-cooperation', person) as StaffContext
  const path = join(folder, 'liste.csv')
  const lines = Array.from(
    { length: ROWS },
    (_, at) => `Atelier ${at.toString(36)} du Levant;Association;Inventée ${at};a${at}@essai.example`,
  )
  writeFileSync(path, ['Nom;Type;Contact;E-mail contact', ...lines].join('\n'))
  ;({ id } = await startImport(staff, { name: 'liste.csv', path }))
  await withWorker(async () => (await row()).state === 'matching')
  await matchColumns(staff, id, (await row()).matching)
  await askCheck(staff, id, {})
  await withWorker(async () => (await row()).state === 'checked')
}, 240_000)

describe('An import whose worker is killed in the middle', () => {
  it('goes on where it was, and writes nothing twice', async () => {
    await confirmImport(staff, id)
    await killed(async () => (await row()).writtenLine > 0)
    const { state, writtenLine } = await row()
    expect([state, writtenLine < ROWS]).toEqual(['writing', true])
    await withWorker(async () => (await row()).state === 'written')
    const named = `name like 'Atelier % du Levant'`
    expect({
      organisations: await count(`select 1 from organisation where ${named}`),
      names: await count(`select distinct name from organisation where ${named}`),
      people: await count(`select 1 from person where email like 'a%@essai.example' and given_name = 'Inventée'`),
      positions: await count(`select 1 from person_position s join person p on p.id = s.person_id and p.given_name = 'Inventée'`),
      told: await count(`select 1 from audit_entry where action = 'organisation.created' and changes ->> 'import' = 'liste.csv'`),
      undoable: await count(`select 1 from change_batch_line where batch_id = '${(await row()).batchId}'`),
    }).toEqual({ organisations: ROWS, names: ROWS, people: ROWS, positions: ROWS, told: ROWS, undoable: ROWS }) // biome-ignore format: one line a figure
  }, 300_000)

  it('is undone whole, though that worker is killed too', async () => {
    await undoImport(staff, id)
    const left = () => count(`select 1 from organisation where name like 'Atelier % du Levant'`)
    await killed(async () => (await left()) < ROWS)
    expect(await left()).toBeGreaterThan(0)
    await withWorker(async () => (await left()) === 0)
    expect([
      await count(`select 1 from person where given_name = 'Inventée'`),
      await count(`select 1 from change_batch_line where outcome is distinct from 'deleted' and batch_id = '${(await row()).batchId}'`),
      await count(`select 1 from audit_entry where action = 'organisation.deleted'`),
    ]).toEqual([0, 0, ROWS]) // biome-ignore format: one line a figure
  }, 300_000)
})
