import { networkTables } from '#tests/isolation/catalog/declared-tables.ts'
import { makeRow } from '#tests/isolation/rows/make-row.ts'
import { type Plant, plantEach, plantParents, plantRow } from '#tests/isolation/rows/plant-row.ts'
import { attemptIn, NO_RIGHT, NO_SUCH_PARENT, OUT_OF_BOUNDS, STILL_HELD } from './attempt.ts'
import type { Probe } from './foreign-operations.ts'
import { plantAll, rowsOf, takeOff, touchingTheirs } from './ground.ts'
import { deleteWhere, insertRow, isRow } from './statements.ts'

/** A row of mine whose parent exists only in the other network. */
const pointAtTheirs: Probe = async (ground, table) => {
  const { superuser, shapes, mine, theirs } = ground
  const { shape } = rowsOf(ground, table)
  await plantParents(superuser, shapes, table, mine, 'mine')
  await plantRow(superuser, shapes, table, theirs, 'only-theirs')
  const faults: string[] = []
  const touched = await touchingTheirs(ground, async () => {
    for (const key of shape.foreignKeys.filter(({ parent }) => networkTables().includes(parent))) {
      const parent = makeRow(shapes, key.parent, theirs, 'only-theirs')
      const row = makeRow(shapes, table, mine, 'mine')
      const point = ({ columns, parentColumns }: typeof key) =>
        columns.forEach((column, index) => {
          if (column !== 'network_id') row[column] = parent[parentColumns[index]!]
        })
      point(key)
      await takeOff(ground, table, mine)
      let { rows, refused } = await attemptIn(mine, insertRow(shape, row))
      // A pair kept in the order of its ids: both ends point there, and the order is no reason to refuse.
      if (refused === OUT_OF_BOUNDS) {
        for (const other of shape.foreignKeys) if (other.parent === key.parent) point(other)
        ;({ rows, refused } = await attemptIn(mine, insertRow(shape, row)))
      }
      if (refused !== NO_SUCH_PARENT) faults.push(`by ${key.columns.join()}: ${refused ?? `${rows} rows`}`)
    }
  })
  await plantAll(ground)
  return touched ?? (faults.length ? `pointed ${faults.join(', ')}` : null)
}

/** Both networks have the same ids everywhere; mine goes, with all that hangs from it. */
const cascade: Probe = async (ground, table) => {
  const { superuser, shapes, mine, theirs } = ground
  const { shape } = rowsOf(ground, table)
  const both = (each: string): Plant[] => [
    [each, theirs, 'shared'],
    [each, mine, 'shared'],
  ]
  await plantEach(superuser, shapes, networkTables().flatMap(both))
  const touched = await touchingTheirs(ground, async () => {
    const { rows, refused } = await attemptIn(
      mine,
      deleteWhere(shape, isRow(shape, makeRow(shapes, table, mine, 'shared'))),
    )
    // What must not go while something hangs from it is refused, and takes nobody's rows along either.
    if (rows !== 1 && refused !== NO_RIGHT && refused !== STILL_HELD)
      throw new Error(`${table}: could not delete its own row (${refused})`)
  })
  await plantAll(ground)
  return touched
}

export const REFERENCE_OPERATIONS: Record<string, Probe> = {
  "a row that points at another network's": pointAtTheirs,
  'a delete that cascades, where ids are the same': cascade,
}
