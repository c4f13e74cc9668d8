import { AsyncLocalStorage } from 'node:async_hooks'
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import { again } from './again.ts'
import { timeQueries } from './slow-queries.ts'

/**
 * The only file that opens connections for the running product. Private rows are reached through
 * inNetwork alone; listings and global tables through publicDb.
 */

/** Without drizzle's own transaction(): inside this one it would commit it. */
export type Transaction = Omit<NodePgDatabase, 'transaction'>
type InNetwork = { networkId: number; tx: Transaction; ended: boolean }

const running = new AsyncLocalStorage<InNetwork>()
let pool: pg.Pool | undefined
let db: NodePgDatabase | undefined

// The protocol's numbers as numbers: bigint counts fit, and COUNT(*) should not arrive as text.
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export type ClientOptions = { url: string; size?: number; onError?: (error: Error) => void }

export function connect({ url, size = 10, onError }: ClientOptions) {
  pool = new pg.Pool({
    connectionString: url,
    max: size,
    connectionTimeoutMillis: 10_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 20_000,
    // Ours, for a server that is gone without a word: its connection is then given up.
    query_timeout: 25_000,
    keepAlive: true,
    idle_in_transaction_session_timeout: 30_000,
    application_name: 'maillage',
  })
  // An idle connection that dies (database restarted) is replaced at the next query.
  pool.on('error', (error) => onError?.(error))
  // One that dies while in use also fails its query; without a listener it would end the process.
  pool.on('connect', (client) => {
    client.on('error', () => {})
    timeQueries(client, () => running.getStore()?.networkId ?? null)
  })
  db = drizzle(pool)
}

export async function disconnect() {
  const closing = pool
  pool = undefined
  db = undefined
  await closing?.end()
}

/** For listings and global tables: a tenant table read here raises, the network being unset. */
export function publicDb(): NodePgDatabase {
  if (!db) throw new Error('The database is not connected')
  return db
}

/** One transaction over global tables; a tenant table read in it raises, as with publicDb. */
export function globally<T>(act: (tx: Transaction) => Promise<T>): Promise<T> {
  return again(() => publicDb().transaction((tx) => act(tx as unknown as Transaction)))
}

export function rawPool(): pg.Pool {
  if (!pool) throw new Error('The database is not connected')
  return pool
}

export class NetworkNestingError extends Error {}
export class TransactionEndedError extends Error {}

/**
 * The connection as an act holds it. What the act forgot to await may still query when the
 * connection has become another network's: it is refused instead of reading that network's rows.
 */
function heldUntilEnd(client: pg.PoolClient, ended: () => boolean): pg.PoolClient {
  return new Proxy(client, {
    get(target, name) {
      if (name === 'query' && ended())
        throw new TransactionEndedError('a query after the end of its transaction')
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

/**
 * Runs `act` in one transaction in which only this network's rows exist. Called again inside, for
 * the same network, it joins the running transaction; for another network it refuses. What PostgreSQL gives
 * up for another transaction is played again: an act does nothing outside its transaction.
 */
export async function inNetwork<T>(
  ctx: { network: { id: number } },
  act: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const networkId = ctx.network.id
  if (!Number.isInteger(networkId) || networkId < 1)
    throw new NetworkNestingError(`not a network: ${networkId}`)
  const outer = running.getStore()
  if (outer && !outer.ended) {
    if (outer.networkId !== networkId) {
      throw new NetworkNestingError(
        `network ${networkId} asked inside a transaction of network ${outer.networkId}`,
      )
    }
    return act(outer.tx)
  }
  return again(() => oneTransaction(networkId, act))
}

async function oneTransaction<T>(networkId: number, act: (tx: Transaction) => Promise<T>): Promise<T> {
  const client = await rawPool().connect()
  const held = heldUntilEnd(client, () => unit.ended)
  const unit: InNetwork = { networkId, tx: drizzle(held), ended: false }
  let broken: Error | undefined
  try {
    // One message, one round trip; the number was checked above.
    await client.query(`begin; select set_config('app.network_id', '${networkId}', true)`)
    // Awaited inside: a query not begun yet would begin outside of its network.
    const result = await running.run(unit, async () => await act(unit.tx))
    unit.ended = true
    await commit(client)
    return result
  } catch (error) {
    unit.ended = true
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** Commits, and takes off the connection what a session keeps: the next act may be another network's. */
async function commit(client: pg.PoolClient) {
  const answers = (await client.query('commit; reset all; discard temp')) as unknown as pg.QueryResult[]
  // After a failed statement PostgreSQL answers COMMIT by a rollback, without an error.
  if (answers[0]?.command !== 'COMMIT')
    throw new Error('Nothing was committed: a statement failed and its error was swallowed')
}
