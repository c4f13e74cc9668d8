import type pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { isMigrated, migrate } from '#db/migrate.ts'
import { clientOf, createDatabase, dropDatabase, type TestDatabase } from '#tests/support/database.ts'
import { migrations } from './made-up-migrations.ts'
import { until } from './until.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => dropDatabase(database))

const clients: pg.Client[] = []
afterEach(async () => {
  for (const client of clients.splice(0)) await client.end()
})

async function machine() {
  const client = await clientOf(database.urls.owner)
  clients.push(client)
  return client
}

const tables = async (pattern: string) => {
  const { rows } = await database.owner.query<{ name: string }>(
    'select relname as name from pg_class where relname like $1 order by 1',
    [pattern],
  )
  return rows.map(({ name }) => name)
}

describe('Migrations', () => {
  it('are all in the database of this build, and a second start applies none', async () => {
    expect(await migrate(database.owner)).toEqual([])
    expect(await isMigrated(database.owner)).toBe(true)
  })

  it('are applied once, in the order of their names, by machines that start together', async () => {
    const { options } = migrations({
      '2_lines.sql': 'insert into once_counted values (1)',
      '1_table.sql': 'create table once_counted (n int)',
    })
    const machines = await Promise.all([machine(), machine(), machine()])
    const applied = await Promise.all(machines.map((client) => migrate(client, options)))
    expect(applied.sort((a, b) => b.length - a.length)).toEqual([['1_table.sql', '2_lines.sql'], [], []])
    const { rows } = await database.owner.query('select * from once_counted')
    expect(rows).toEqual([{ n: 1 }])
  })

  it('give way to a long transaction: others pass, then they are applied', async () => {
    await database.owner.query('create table kept (n int); grant select on kept to maillage_app')
    const { options } = migrations({ 'kept.sql': 'alter table kept add column later int' })
    const [report, visitor] = [await machine(), await clientOf(database.urls.app)]
    clients.push(visitor)
    await report.query('begin; lock table kept in access share mode')
    const migrating = migrate(await machine(), { ...options, lockTimeoutMs: 50 })
    let applied = false
    void migrating.then(() => (applied = true))
    // Behind the migration that waits, every reader would wait too; each time it gives up, they pass.
    await until(() => waits(database.owner, 'alter table kept%'))
    for (let visit = 0; visit < 20; visit++) await visitor.query('select * from kept')
    expect(applied).toBe(false)
    await report.query('commit')
    expect(await migrating).toEqual(['kept.sql'])
    await expect(visitor.query('select later from kept')).resolves.toMatchObject({ rows: [] })
  })

  it('that never get their turn give up, and name their file', async () => {
    await database.owner.query('create table busy (n int)')
    const { options } = migrations({ 'busy.sql': 'alter table busy add column later int' })
    const report = await machine()
    await report.query('begin; lock table busy in access share mode')
    await expect(migrate(await machine(), { ...options, lockTimeoutMs: 20, tries: 2 })).rejects.toThrow(
      'busy.sql: canceling statement due to lock timeout',
    )
    await report.query('rollback')
    expect(await migrate(await machine(), options)).toEqual(['busy.sql'])
  })

  it('that fail leave nothing half done, name their file, and let the mended file be applied', async () => {
    const broken = 'create table half_one (n int); create table half_two (n int references nowhere)'
    const { options, folder } = migrations({
      '1_first.sql': 'create table whole (n int)',
      '2_half.sql': broken,
    })
    const client = await machine()
    await expect(migrate(client, options)).rejects.toThrow('2_half.sql: relation "nowhere" does not exist')
    expect(await tables('half%')).toEqual([])
    expect(await tables('whole')).toEqual(['whole'])
    migrations({ '2_half.sql': 'create table half_one (n int)' }, folder)
    expect(await migrate(client, options)).toEqual(['2_half.sql'])
  })

  it('that were applied may not be changed afterwards', async () => {
    const { options, folder } = migrations({ 'frozen.sql': 'create table frozen (n int)' })
    await migrate(database.owner, options)
    migrations({ 'frozen.sql': 'create table frozen (n bigint)' }, folder)
    await expect(migrate(database.owner, options)).rejects.toThrow(
      'The migration frozen.sql was changed after it was applied: write a new one instead',
    )
  })

  it('cut by the loss of the connection are undone, and the next machine applies them', async () => {
    const { options } = migrations({ 'cut.sql': 'create table cut (n int); select pg_sleep(60)' })
    const client = await machine()
    const migrating = migrate(client, options).catch((error: Error) => error.message)
    await until(() => waits(database.owner, 'create table cut%', 'PgSleep'))
    await database.superuser.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query like 'create table cut%'`,
    )
    expect(await migrating).toMatch(/^cut\.sql: terminating connection/)
    expect(await tables('cut')).toEqual([])
    const { options: mended } = migrations({ 'cut.sql': 'create table cut (n int)' })
    expect(await migrate(await machine(), mended)).toEqual(['cut.sql'])
  })
})

/** True while a session runs this statement and waits: for a lock unless said otherwise. */
async function waits(client: pg.Client, query: string, event = 'relation') {
  const { rowCount } = await client.query(
    'select 1 from pg_stat_activity where query ilike $1 and wait_event = $2',
    [query, event],
  )
  return rowCount === 1
}
