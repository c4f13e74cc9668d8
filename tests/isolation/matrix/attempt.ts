import type { SQL } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import type pg from 'pg'
import { inNetwork, type Transaction } from '#db/client.ts'

/** What PostgreSQL answered: so many rows, or a refusal by its code. */
export type Outcome = { rows: number; refused?: undefined } | { rows: 0; refused: string }

export const NO_RIGHT = '42501'
export const NO_NETWORK = ['42704', '22P02']
export const NO_SUCH_PARENT = '23503'
/** PostgreSQL tells a missing parent and a child that stays by one code. */
export const STILL_HELD = NO_SUCH_PARENT
export const OUT_OF_BOUNDS = '23514'

/** The product's own door: one transaction of a network; the last statement's outcome. */
export const attemptIn = (networkId: number, ...statements: SQL[]): Promise<Outcome> =>
  outcomeOf(() => inNetwork({ network: { id: networkId } }, (tx) => runAll(tx, statements)))

/** Around the product's door: statements on a bare connection, without a transaction. */
export const attemptOn = (client: pg.Client, ...statements: SQL[]): Promise<Outcome> =>
  outcomeOf(() => runAll(drizzle(client), statements))

async function runAll(tx: Pick<Transaction, 'execute'>, statements: SQL[]): Promise<number> {
  let rows = 0
  for (const statement of statements) rows = (await tx.execute(statement)).rowCount ?? 0
  return rows
}

async function outcomeOf(run: () => Promise<number>): Promise<Outcome> {
  try {
    return { rows: await run() }
  } catch (error) {
    const refused = codeOf(error)
    if (!refused) throw error
    return { rows: 0, refused }
  }
}

/** drizzle wraps what PostgreSQL said. */
function codeOf(error: unknown): string | undefined {
  const { code, cause } = error as { code?: string; cause?: unknown }
  return code ?? (cause ? codeOf(cause) : undefined)
}
