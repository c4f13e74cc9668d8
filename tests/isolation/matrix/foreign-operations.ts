import type { SQL } from 'drizzle-orm'
import { makeRow, type Row } from '#tests/isolation/rows/make-row.ts'
import type { TableShape } from '#tests/isolation/rows/table-shapes.ts'
import { attemptIn, NO_RIGHT, type Outcome } from './attempt.ts'
import { type Ground, isListing, rowsOf, touchingTheirs } from './ground.ts'
import {
  deleteWhere,
  insertRow,
  isRow,
  lockWhere,
  moveWhere,
  ofNetwork,
  selectWhere,
  touchWhere,
  upsertRow,
} from './statements.ts'

export type Probe = (ground: Ground, table: string) => Promise<string | null>

type Target = { shape: TableShape; theirs: Row; mine: Row; ground: Ground }

/** What another network tries on their row, in a transaction of its own. */
const ATTEMPTS: Record<string, (target: Target) => SQL> = {
  select: ({ shape, theirs }) => selectWhere(shape, isRow(shape, theirs)),
  'select all of theirs': ({ shape, ground }) => selectWhere(shape, ofNetwork(ground.theirs)),
  lock: ({ shape, theirs }) => lockWhere(shape, isRow(shape, theirs)),
  insert: ({ shape, ground }) =>
    insertRow(shape, makeRow(ground.shapes, shape.name, ground.theirs, 'intruder')),
  update: ({ shape, theirs }) => touchWhere(shape, isRow(shape, theirs)),
  'update all of theirs': ({ shape, ground }) => touchWhere(shape, ofNetwork(ground.theirs)),
  delete: ({ shape, theirs }) => deleteWhere(shape, isRow(shape, theirs)),
  'delete all of theirs': ({ shape, ground }) => deleteWhere(shape, ofNetwork(ground.theirs)),
  upsert: ({ shape, theirs }) => upsertRow(shape, theirs),
  'take by moving it': ({ shape, theirs, ground }) => moveWhere(shape, isRow(shape, theirs), ground.mine),
  'give by moving mine': ({ shape, mine, ground }) => moveWhere(shape, isRow(shape, mine), ground.theirs),
}

const INTO_THEIRS = ['insert', 'upsert', 'give by moving mine']

const probes = Object.entries(ATTEMPTS).map(([name, statement]): [string, Probe] => [
  `${name}, as another network`,
  async (ground, table) => {
    const target = { ...rowsOf(ground, table), ground }
    let outcome: Outcome | undefined
    const touched = await touchingTheirs(ground, async () => {
      outcome = await attemptIn(ground.mine, statement(target))
    })
    return touched ?? judge(outcome!, isListing(table), name)
  },
])

/** A listing is read by all, and only read; a row that would be theirs is refused, not lost in silence. */
function judge({ rows, refused }: Outcome, listing: boolean, name: string): string | null {
  const given = refused ?? `${rows} rows`
  if (INTO_THEIRS.includes(name)) return refused === NO_RIGHT ? null : `was not refused: ${given}`
  const read = listing && name.startsWith('select')
  return rows > 0 === read ? null : `gave ${given}`
}

/** Refused alike whether their row exists: a difference would tell a stranger what they have. */
const oracle: Probe = async (ground, table) => {
  const { shape, theirs } = rowsOf(ground, table)
  const absent = makeRow(ground.shapes, table, ground.theirs, 'absent')
  const one = await attemptIn(ground.mine, insertRow(shape, theirs))
  const other = await attemptIn(ground.mine, insertRow(shape, absent))
  return one.refused && one.refused === other.refused ? null : `answered ${one.refused} and ${other.refused}`
}

export const FOREIGN_OPERATIONS: Record<string, Probe> = {
  ...Object.fromEntries(probes),
  'insert of a row that exists and of one that does not': oracle,
}
