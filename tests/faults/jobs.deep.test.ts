import { spawn } from 'node:child_process'
import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { installJobs, type ScheduledJob, startWorker } from '#server/kernel/jobs.ts'
import { clientOf, createDatabase, dropDatabase, type TestDatabase } from '#tests/support/database.ts'
import { startInstance } from './instance.ts'
import { superuserOf } from './other-cluster.ts'
import { until } from './until.ts'

const NEVER = '0 0 1 1 *'
let database: TestDatabase
beforeAll(async () => {
  database = await createDatabase()
})
afterAll(() => dropDatabase(database))

async function send(url: string, name: string) {
  const boss = new PgBoss({
    connectionString: url,
    schema: 'pgboss',
    migrate: false,
    supervise: false,
    schedule: false,
  })
  boss.on('error', () => {})
  await boss.start()
  await boss.send(name)
  await boss.stop({ graceful: false })
}

/** An expired session, and a wait until the job that forgets them has run. */
async function anExpiredSession(owner: pg.Client) {
  await owner.query(`insert into account (id, email, name) values (gen_random_uuid(), 'echue@essai.example', 'Échue')
    on conflict do nothing`)
  await owner.query(`insert into account_session (id_hash, account_id, expires_at)
    select gen_random_uuid()::text, id, now() - interval '1 day' from account where email = 'echue@essai.example'`)
  return async () => {
    const { rows } = await owner.query('select 1 from account_session where expires_at < now()')
    return rows.length === 0
  }
}

describe('Jobs', () => {
  it('of a worker killed in the middle are taken up by another', async () => {
    const job = (run: () => Promise<void>): ScheduledJob => ({ name: 'essai', cron: NEVER, run })
    await installJobs(database.owner, database.urls.owner, [job(async () => {})])
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'tests/faults/worker-that-hangs.ts', database.urls.app],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    )
    await send(database.urls.app, 'essai')
    await new Promise((resolve) =>
      child.stdout.on('data', (said) => /took essai/.test(said) && resolve(said)),
    )
    child.kill('SIGKILL')
    let taken = () => {}
    const done = new Promise<void>((resolve) => {
      taken = resolve
    })
    const worker = await startWorker(database.urls.app, [job(async () => taken())], () => {})
    await done
    await worker.stop()
  })

  it('are done again after the database was killed under the worker', async () => {
    const instance = await startInstance({ env: { MAILLAGE_MODE: 'live' } })
    await instance.ready()
    const { owner: url, app } = await instance.urls()
    process.kill((await instance.cluster()).pid()!, 'SIGKILL')
    await instance.said(/embedded database restarted/)
    const owner = await clientOf(url)
    const forgotten = await anExpiredSession(owner)
    await send(app, 'identity.forget-expired-sessions')
    await until(forgotten)
    const admin = await superuserOf(await instance.cluster(), 'maillage')
    const { rows } = await admin.query(
      `select distinct state::text from pgboss.job where name like 'identity.%'`,
    )
    expect(rows).toEqual([{ state: 'completed' }])
    await admin.end()
    await owner.end()
  })
})
