import { type SQL, sql } from 'drizzle-orm'
import type { Row } from '#tests/isolation/rows/make-row.ts'
import type { TableShape } from '#tests/isolation/rows/table-shapes.ts'

const name = sql.identifier
const list = (parts: SQL[]) => sql.join(parts, sql`, `)

export const selectWhere = ({ name: table }: TableShape, condition: SQL) =>
  sql`select 1 from ${name(table)} where ${condition}`

export const lockWhere = ({ name: table }: TableShape, condition: SQL) =>
  sql`select 1 from ${name(table)} where ${condition} for update`

export const deleteWhere = ({ name: table }: TableShape, condition: SQL) =>
  sql`delete from ${name(table)} where ${condition}`

/** Writes a column with its own value: harmless to oneself, a write all the same. */
export const touchWhere = (shape: TableShape, condition: SQL) =>
  sql`update ${name(shape.name)} set ${touched(shape)} = ${touched(shape)} where ${condition}`

export const moveWhere = ({ name: table }: TableShape, condition: SQL, networkId: number) =>
  sql`update ${name(table)} set network_id = ${networkId} where ${condition}`

export function insertRow({ name: table }: TableShape, row: Row): SQL {
  const columns = Object.keys(row).map((column) => sql`${name(column)}`)
  const values = Object.values(row).map((value) => sql`${sql.param(value)}`)
  return sql`insert into ${name(table)} (${list(columns)}) values (${list(values)})`
}

export function upsertRow(shape: TableShape, row: Row): SQL {
  const key = list(shape.key.map((column) => sql`${name(column)}`))
  return sql`${insertRow(shape, row)} on conflict (${key}) do update set ${touched(shape)} = excluded.${touched(shape)}`
}

export function isRow({ key }: TableShape, row: Row): SQL {
  return sql.join(
    key.map((column) => sql`${name(column)} = ${row[column]}`),
    sql` and `,
  )
}

export const ofNetwork = (networkId: number) => sql`network_id = ${networkId}`

/** The last column a statement may write, so not the key when there is another. */
function touched({ columns, key }: TableShape) {
  const written = columns.filter((column) => !column.made)
  const outside = written.filter((column) => !key.includes(column.name))
  return name((outside.at(-1) ?? written.at(-1)!).name)
}
