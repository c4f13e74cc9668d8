import type { SQL } from 'drizzle-orm'
import { makeRow } from '#tests/isolation/rows/make-row.ts'
import { plantParents } from '#tests/isolation/rows/plant-row.ts'
import { attemptIn, NO_RIGHT } from './attempt.ts'
import type { Probe } from './foreign-operations.ts'
import { rowsOf, takeOff } from './ground.ts'
import { deleteWhere, insertRow, isRow, selectWhere, touchWhere, upsertRow } from './statements.ts'

/**
 * The same statements on one's own row succeed, unless the login has no right to them at all: the
 * refusals of the others come from the wall, not from statements that never worked. The row has the
 * ids, the slug and all the values of the other network's: keys of two networks do not collide.
 */
export const ownRow: Probe = async (ground, table) => {
  const { superuser, shapes, fresh } = ground
  const { shape } = rowsOf(ground, table)
  const row = makeRow(shapes, table, fresh, 'theirs')
  await takeOff(ground, table, fresh)
  await plantParents(superuser, shapes, table, fresh, 'theirs')
  const steps: [string, SQL][] = [
    ['insert', insertRow(shape, row)],
    ['select', selectWhere(shape, isRow(shape, row))],
    ['update', touchWhere(shape, isRow(shape, row))],
    ['update', upsertRow(shape, row)],
    ['delete', deleteWhere(shape, isRow(shape, row))],
  ]
  for (const [right, statement] of steps) {
    const { rows } = await superuser.query(`select has_table_privilege('maillage_app', $1, $2) as has`, [
      table,
      right,
    ])
    const outcome = await attemptIn(fresh, statement)
    const expected = rows[0].has ? outcome.rows === 1 : outcome.refused === NO_RIGHT
    if (!expected) return `${right} on one's own row gave ${outcome.refused ?? `${outcome.rows} rows`}`
  }
  return null
}
