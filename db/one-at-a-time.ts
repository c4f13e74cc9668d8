import type pg from 'pg'

const LOCK = 7_236_401

/**
 * One machine at a time prepares a database, however many start together; the others wait, then find
 * it done. A session that has the turn may ask for it again. A process that was killed keeps its turn
 * until the server has undone what it was doing.
 */
export async function oneAtATime<T>(client: pg.ClientBase, work: () => Promise<T>): Promise<T> {
  await client.query('select pg_advisory_lock($1)', [LOCK])
  try {
    return await work()
  } finally {
    // A lost connection gives its turn back by itself, and what `work` says matters more.
    await client.query('select pg_advisory_unlock($1)', [LOCK]).catch(() => {})
  }
}
