import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { CARRIED, type Carried } from './carried.ts'

/** One line of carried.ts, as its statements need it. Names come from that file alone, never from a person. */
export type Link = {
  link: string
  table: SQL
  column: SQL
  columnName: string
  rule: Exclude<Carried, { how: 'stays' }>
  /** Rows of this network where the id names an organisation. */
  mine: (ctx: NetworkContext) => SQL
}

export const LINKS: Link[] = Object.entries(CARRIED).flatMap(([link, rule]) => {
  if (rule.how === 'stays') return []
  const [table, column] = link.split('.') as [string, string]
  const narrowed = rule.how === 'moves' && rule.where ? sql.raw(` and (${rule.where})`) : sql``
  return [
    {
      link,
      table: sql.identifier(table) as unknown as SQL,
      column: sql.identifier(column) as unknown as SQL,
      columnName: column,
      rule,
      mine: (ctx: NetworkContext) => sql`network_id = ${ctx.network.id}${narrowed}`,
    },
  ]
})

/** A form opened on that record before is out of date. */
export const raised = ({ link }: Link): SQL =>
  link.startsWith('organisation.') ? sql`, version = version + 1` : sql``

export const linkNamed = (name: string) => LINKS.find(({ link }) => link === name)

export type Row = Record<string, unknown>

/** The columns of a table that are written and not computed. */
async function writtenColumns(tx: Transaction, table: string): Promise<string[]> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    select attname as name from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`)
  return rows.map(({ name }) => name)
}

/** Writes a row again as it was. */
export async function writeRow(tx: Transaction, table: string, row: Row) {
  const columns = (await writtenColumns(tx, table)).filter((name) => name in row)
  const names = sql.join(
    columns.map((name) => sql.identifier(name)),
    sql`, `,
  )
  await tx.execute(sql`insert into ${sql.identifier(table)} (${names})
    select ${names} from jsonb_populate_record(null::${sql.identifier(table)}, ${JSON.stringify(row)}::jsonb)`)
}

/** The row that was, by its primary key, wherever `under` says it hangs now. Compared as what they are, not as texts. */
export function thisRow({ link, columnName, rule }: Link, row: Row, under?: string): SQL {
  const [table] = link.split('.') as [string]
  const names = [...new Set(['network_id', columnName, ...rule.key])].filter(
    (name) => rule.how !== 'listed' || name !== columnName,
  )
  const columns = sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  )
  const wanted = under === undefined ? row : { ...row, [columnName]: under }
  return sql`(${columns}) = (
    select ${columns} from jsonb_populate_record(null::${sql.identifier(table)}, ${JSON.stringify(wanted)}::jsonb))`
}
