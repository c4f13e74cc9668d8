import type pg from 'pg'
import { makeRow, type Row, shapeOf } from './make-row.ts'
import type { Shapes } from './table-shapes.ts'

/** Writes the row and all it points to, past every policy: `client` is a superuser's. */
export async function plantRow(
  client: pg.Client,
  shapes: Shapes,
  table: string,
  networkId: number,
  seed: string,
  given: Row = {},
  above: string[] = [],
): Promise<Row> {
  await plantParents(client, shapes, table, networkId, seed, above)
  const row = { ...makeRow(shapes, table, networkId, seed, above), ...given }
  const names = Object.keys(row)
  try {
    await client.query(
      `insert into "${table}" (${names.map((name) => `"${name}"`).join()})
       values (${names.map((_, index) => `$${index + 1}`).join()}) on conflict do nothing`,
      Object.values(row),
    )
  } catch (error) {
    const reason = (error as Error).message
    throw new Error(`No row of ${table} could be made (${reason}): say its values in rows/sample-values.ts`)
  }
  return row
}

export async function plantParents(
  client: pg.Client,
  shapes: Shapes,
  table: string,
  networkId: number,
  seed: string,
  above: string[] = [],
) {
  const path = [...above, table]
  const parents = shapeOf(shapes, table).foreignKeys.map(({ parent }) => parent)
  for (const parent of new Set(parents)) {
    if (parent !== 'network' && !path.includes(parent))
      await plantRow(client, shapes, parent, networkId, seed, {}, path)
  }
}
