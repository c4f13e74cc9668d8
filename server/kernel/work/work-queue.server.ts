import type pg from 'pg'
import { PgBoss } from 'pg-boss'
import type { Transaction } from '#db/client.ts'

export const WORK_QUEUE = 'kernel.work'
const SCHEMA = 'pgboss'
/** The work of a worker that was killed is silent: another takes it up within a minute. */
const QUEUE = { retryLimit: 3, heartbeatSeconds: 20, expireInSeconds: 4 * 3600 }
const WITHOUT_CARE = {
  schema: SCHEMA,
  migrate: false,
  createSchema: false,
  supervise: false,
  schedule: false,
}

export type WorkOrder = { workId: string; networkId: number }

/** Made by the owner, once; the runtime only adds and takes. */
export async function installWorkQueue(ownerUrl: string) {
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
    await boss.createQueue(WORK_QUEUE, QUEUE)
    await boss.updateQueue(WORK_QUEUE, QUEUE)
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** Added in the transaction of what it is for: rolled back, it was never asked. */
export async function enqueueWork(tx: Transaction, order: WorkOrder) {
  const db = { executeSql: (text: string, values: unknown[] = []) => clientOf(tx).query(text, values) }
  await new PgBoss({ db, ...WITHOUT_CARE }).send(WORK_QUEUE, order)
}

/** The connection under a transaction: the queue writes its own SQL. */
const clientOf = (tx: Transaction) => (tx as unknown as { $client: pg.ClientBase }).$client

export async function startWorkQueue(
  appUrl: string,
  run: (order: WorkOrder) => Promise<void>,
  onError: (error: Error) => void,
) {
  const boss = new PgBoss({
    connectionString: appUrl,
    schema: SCHEMA,
    migrate: false,
    createSchema: false,
    schedule: false,
    max: 3,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  })
  boss.on('error', onError)
  await boss.start()
  await boss.work<WorkOrder>(WORK_QUEUE, { pollingIntervalSeconds: 1 }, async ([job]) => {
    if (job) await run(job.data)
  })
  return { stop: () => boss.stop({ graceful: true, timeout: 15_000 }) }
}
