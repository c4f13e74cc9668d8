import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { AnyQueuedJob } from './queue.ts'

/** A task done again and again at its hour. Jobs may run twice: each is idempotent. */
export type ScheduledJob = { name: string; cron: string; run: () => Promise<void> }

const SCHEMA = 'pgboss'
/** The job of a worker that was killed is silent: it is taken up again within a minute. */
const QUEUE = { retryLimit: 3, retryBackoff: true, heartbeatSeconds: 20 }
/** Of work asked once: tried for most of a day, later and later, then kept where it can be seen. */
const DEAD_LETTERS = 'kernel.dead-letters'
const ONCE = {
  ...QUEUE,
  retryLimit: 12,
  retryDelay: 15,
  retryDelayMax: 2 * 3600,
  deadLetter: DEAD_LETTERS,
  deleteAfterSeconds: 30 * 86_400,
}
const WATCH = { superviseIntervalSeconds: 10, monitorIntervalSeconds: 10 }

/** The owner makes the queue's tables and the queues; the runtime only adds, takes and ends jobs. */
export async function installJobs(
  owner: pg.Client,
  ownerUrl: string,
  jobs: ScheduledJob[],
  queued: AnyQueuedJob[] = [],
) {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: SCHEMA,
    supervise: false,
    schedule: false,
    max: 2,
  })
  boss.on('error', () => {})
  try {
    await boss.start()
    for (const { name } of jobs) {
      await boss.createQueue(name, { ...QUEUE, policy: 'short' })
      await boss.updateQueue(name, QUEUE) // one made by a former version
    }
    await boss.createQueue(DEAD_LETTERS, { retentionSeconds: 90 * 86_400 })
    for (const { name } of queued) {
      await boss.createQueue(name, { ...ONCE, policy: 'standard' })
      await boss.updateQueue(name, ONCE)
    }
  } finally {
    await boss.stop({ graceful: false })
  }
  await owner.query(`grant usage on schema ${SCHEMA} to maillage_app`)
  await owner.query(`grant select, insert, update, delete on all tables in schema ${SCHEMA} to maillage_app`)
}

export type Worker = { stop: () => Promise<void> }

export async function startWorker(
  appUrl: string,
  jobs: ScheduledJob[],
  onError: (error: Error) => void,
  queued: AnyQueuedJob[] = [],
): Promise<Worker> {
  const boss = new PgBoss({
    connectionString: appUrl,
    schema: SCHEMA,
    migrate: false,
    createSchema: false,
    max: 4,
    ...WATCH,
  })
  boss.on('error', onError)
  await boss.start()
  for (const { name, cron, run } of jobs) {
    await boss.work(name, { pollingIntervalSeconds: 10 }, async () => run())
    await boss.schedule(name, cron, null, { tz: 'Europe/Paris' })
  }
  for (const { name, run } of queued) {
    await boss.work(name, { pollingIntervalSeconds: 2 }, async (taken) => {
      for (const { data, id } of taken) await run(data as object, id)
    })
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 15_000 }) }
}
