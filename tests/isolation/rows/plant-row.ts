import pg from 'pg'
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

export type Plant = [table: string, networkId: number, seed: string]

/** Many rows and all they point to, each once and in one go: a sweep of every table costs one question. */
export async function plantEach(client: pg.Client, shapes: Shapes, plants: Plant[]) {
  const inserts = new Map<string, string>()
  const add = ([table, networkId, seed]: Plant, above: string[]) => {
    const once = `${networkId} ${seed} ${table}`
    if (inserts.has(once)) return
    const path = [...above, table]
    for (const { parent } of shapeOf(shapes, table).foreignKeys)
      if (parent !== 'network' && !path.includes(parent)) add([parent, networkId, seed], path)
    const row = makeRow(shapes, table, networkId, seed, above)
    inserts.set(
      once,
      `insert into "${table}" (${Object.keys(row).map((name) => `"${name}"`)})
       values (${Object.values(row).map(literal)}) on conflict do nothing`,
    )
  }
  for (const plant of plants) add(plant, [])
  await client.query([...inserts.values()].join(';\n'))
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (!Array.isArray(value)) return pg.escapeLiteral(String(value))
  const items = value.map((item) => `"${String(item).replace(/["\\]/g, '\\$&')}"`)
  return pg.escapeLiteral(`{${items}}`)
}
