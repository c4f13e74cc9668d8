import type pg from 'pg'
import { networkTables } from '#tests/isolation/catalog/declared-tables.ts'
import type { Shapes } from '#tests/isolation/rows/table-shapes.ts'

/** Keeps a copy of every row of every network, and gives what puts them back: a door that did its act is asked another. */
export async function keepRows(client: pg.Client, shapes: Shapes): Promise<() => Promise<unknown>> {
  const tables = networkTables().map((name) => {
    const columns = shapes.get(name)!.columns.filter(({ made }) => !made)
    return { name, columns: columns.map((column) => `"${column.name}"`).join() }
  })
  const copies = tables.map(({ name }) => `create table kept."${name}" as table public."${name}"`)
  await client.query(['create schema kept', ...copies].join(';'))
  const back = tables.map(
    ({ name, columns }) => `delete from "${name}";
      insert into "${name}" (${columns}) select ${columns} from kept."${name}"`,
  )
  // No key is checked and no trigger fires: the rows are as they were, whatever the order of the tables.
  const all = `begin; set local session_replication_role = replica; ${back.join(';')}; commit`
  return () => client.query(all)
}
