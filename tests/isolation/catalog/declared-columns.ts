import { getTableConfig, type PgColumn, type PgTable } from 'drizzle-orm/pg-core'
import { declaredTables } from './declared-tables.ts'
import type { Rule } from './rule.ts'

/** The migrations make the tables and db/schema tells the program of them: one truth, told twice, compared here. */
export const declaredColumns: Rule = async (client) => {
  const { rows } = await client.query<{ table: string; told: string }>(
    `select relname as table, format('%s %s%s%s%s', attname, format_type(atttypid, atttypmod),
       case when attnotnull then ' not null' else '' end,
       case when attgenerated <> '' then ' generated' when attidentity <> '' then ' identity' else '' end,
       ' key ' || (select array_position(indkey::int2[], attnum) from pg_index
         where indrelid = c.oid and indisprimary and attnum = any (indkey))) as told
     from pg_attribute a join pg_class c on c.oid = attrelid
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and attnum > 0 and not attisdropped`,
  )
  return declaredTables.flatMap((table) => {
    const { name } = getTableConfig(table)
    const actual = rows.filter((row) => row.table === name).map((row) => row.told)
    if (actual.length === 0) return []
    const declared = columnsOf(table)
    return [
      ...actual.filter((told) => !declared.includes(told)).map((told) => `${name}: has undeclared ${told}`),
      ...declared
        .filter((told) => !actual.includes(told))
        .map((told) => `${name}: has not its declared ${told}`),
    ]
  })
}

function columnsOf(table: PgTable): string[] {
  const { columns, primaryKeys } = getTableConfig(table)
  const key =
    primaryKeys[0]?.columns.map(({ name }) => name) ??
    columns.filter((one) => one.primary).map(({ name }) => name)
  return columns.map((column) => {
    const place = key.indexOf(column.name)
    const made = column.generated ? ' generated' : column.generatedIdentity ? ' identity' : ''
    return `${column.name} ${typeOf(column)}${column.notNull ? ' not null' : ''}${made}${place < 0 ? '' : ` key ${place}`}`
  })
}

/** The type as PostgreSQL writes it. */
const typeOf = (column: PgColumn) =>
  column
    .getSQLType()
    .replace(/^varchar/, 'character varying')
    .replace(/^char\b/, 'character')
    .replace(/, /g, ',')
