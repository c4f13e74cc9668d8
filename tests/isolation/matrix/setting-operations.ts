import { type SQL, sql } from 'drizzle-orm'
import { makeRow } from '#tests/isolation/rows/make-row.ts'
import { attemptIn, attemptOn, NO_NETWORK, NO_RIGHT, type Outcome } from './attempt.ts'
import type { Probe } from './foreign-operations.ts'
import { type Ground, isListing, rowsOf, touchingTheirs } from './ground.ts'
import { deleteWhere, insertRow, isRow, ofNetwork, selectWhere, touchWhere, upsertRow } from './statements.ts'

const become = (networkId: number | '') =>
  sql`select set_config('app.network_id', ${String(networkId)}, true)`

/** Without a network there is an error, never rows and never a silence. */
const withoutNetwork =
  (attempt: (ground: Ground, statement: SQL) => Promise<Outcome>): Probe =>
  async (ground, table) => {
    const { shape, theirs } = rowsOf(ground, table)
    const statements: Record<string, SQL> = {
      select: selectWhere(shape, isRow(shape, theirs)),
      'select all': selectWhere(shape, sql`true`),
      insert: insertRow(shape, makeRow(ground.shapes, table, ground.theirs, 'nowhere')),
      update: touchWhere(shape, isRow(shape, theirs)),
      upsert: upsertRow(shape, theirs),
      delete: deleteWhere(shape, isRow(shape, theirs)),
    }
    const faults: string[] = []
    const touched = await touchingTheirs(ground, async () => {
      for (const [name, statement] of Object.entries(statements)) {
        if (isListing(table) && name.startsWith('select')) continue
        const { rows, refused } = await attempt(ground, statement)
        if (!refused || ![...NO_NETWORK, NO_RIGHT].includes(refused))
          faults.push(`${name} gave ${refused ?? `${rows} rows`}`)
      }
    })
    return touched ?? (faults.length ? faults.join(', ') : null)
  }

/** Reads as `mine` after the setting was played with, on a table whose rows of `theirs` exist. */
const afterwards =
  (expected: 'nothing' | 'refusal', ...before: ((ground: Ground) => SQL)[]): Probe =>
  async (ground, table) => {
    const { shape } = rowsOf(ground, table)
    const statements = [...before.map((make) => make(ground)), selectWhere(shape, ofNetwork(ground.theirs))]
    const { rows, refused } = await attemptIn(ground.mine, ...statements)
    if (isListing(table) && !refused) return rows > 0 ? null : 'hid what is published'
    if (expected === 'nothing') return rows === 0 && !refused ? null : `gave ${refused ?? `${rows} rows`}`
    return refused ? null : `gave ${rows} rows`
  }

export const SETTING_OPERATIONS: Record<string, Probe> = {
  'everything, with a network never set': withoutNetwork(({ app }, statement) => attemptOn(app, statement)),
  'everything, with a network emptied': withoutNetwork(({ mine }, statement) =>
    attemptIn(mine, become(''), statement),
  ),
  'select, after the network was reset': afterwards('refusal', () => sql`reset app.network_id`),
  'select, after a savepoint that changed the network was undone': afterwards(
    'nothing',
    () => sql`savepoint s`,
    ({ theirs }) => become(theirs),
    () => sql`rollback to savepoint s`,
  ),
  'select, asking to be above policies': afterwards('refusal', () => sql`set local row_security = off`),
  'select, as the observatory': async (ground, table) => {
    const { shape } = rowsOf(ground, table)
    const { refused } = await attemptOn(ground.observatory, selectWhere(shape, sql`true`))
    return refused === NO_RIGHT ? null : `answered ${refused}`
  },
}
