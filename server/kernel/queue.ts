import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'

/**
 * Work to do once, as soon as what asked for it is committed. It may run twice: each is idempotent.
 * One that throws is tried again, later and later; after its last try it is kept as failed, with a
 * copy in the queue of dead letters.
 */
export type QueuedJob<Data extends object = Record<string, unknown>> = {
  name: string
  run: (data: Data, jobId: string) => Promise<void>
}

// biome-ignore lint/suspicious/noExplicitAny: each job has its own data
export type AnyQueuedJob = QueuedJob<any>

export class UnknownQueueError extends Error {}

export type EnqueueOptions = { afterSeconds?: number; retryLimit?: number }

/**
 * Adds a job in the transaction of what it follows: rolled back with it, taken by a worker once both
 * are committed. Written by hand because the queue's own `send` wants a started instance, with
 * connections and timers of its own, in every web process; queue.test.ts proves that a worker takes it.
 */
export async function enqueue(
  tx: Pick<Transaction, 'execute'>,
  queue: string,
  data: object,
  { afterSeconds = 0, retryLimit }: EnqueueOptions = {},
): Promise<string> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    insert into pgboss.job (
      id, name, data, priority, start_after, created_on, keep_until, policy, dead_letter,
      expire_seconds, deletion_seconds, retry_limit, retry_delay, retry_backoff, retry_delay_max,
      heartbeat_seconds, blocked, blocking, pending_dependencies
    )
    select gen_random_uuid(), name, ${JSON.stringify(data)}::jsonb, 0,
      now() + ${afterSeconds} * interval '1s', now(),
      now() + (${afterSeconds} + retention_seconds) * interval '1s', policy, dead_letter,
      expire_seconds, deletion_seconds, coalesce(${retryLimit ?? null}::int, retry_limit), retry_delay,
      coalesce(retry_backoff, false), retry_delay_max, heartbeat_seconds, false, false, 0
    from pgboss.queue where name = ${queue}
    returning id`)
  const [job] = rows
  if (!job) throw new UnknownQueueError(`no queue ${queue}: is it listed in server/jobs.ts?`)
  return job.id
}
