import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { LINKS, type Link, type Row, raised, thisRow } from './link-table.server.ts'

/** A row that was moved, or that was taken away and could be written again. */
export type CarriedLine = { link: string; moved: boolean; before: Row }
type Two = { kept: string; merged: string }

/** Which record's row stands, of two that may not stand together. */
export type Stands = (link: string, row: Row) => 'kept' | 'merged'

/** Gives the kept record every row that names the other one. */
export async function carryLinks(
  tx: Transaction,
  ctx: NetworkContext,
  two: Two,
  stands: Stands,
): Promise<CarriedLine[]> {
  const lines: CarriedLine[] = []
  for (const link of LINKS) {
    const { how } = link.rule
    if (how === 'listed') lines.push(...(await replaceListed(tx, ctx, link, two)))
    else if (how === 'forgotten') lines.push(...(await takeAway(tx, ctx, link, two.merged)))
    else lines.push(...(await move(tx, ctx, link, two, stands)))
  }
  return lines
}

async function move(tx: Transaction, ctx: NetworkContext, link: Link, two: Two, stands: Stands) {
  const lines = await giveWay(tx, ctx, link, two)
  for (const { mine, theirs } of await conflicts(tx, ctx, link, two)) {
    const goes = isFirst(link, theirs, mine) || stands(link.link, theirs) === 'merged' ? mine : theirs
    const { rows: gone } = await tx.execute(
      sql`delete from ${link.table} where ${thisRow(link, goes)} returning 1`,
    )
    // Two of theirs may meet one of mine, which goes once.
    if (gone.length > 0) lines.push({ link: link.link, moved: false, before: goes })
  }
  const { rows } = await tx.execute<{ row: Row }>(sql`
    select to_jsonb(t) as row from ${link.table} t
    where ${link.mine(ctx)} and ${link.column} = ${two.merged} for update`)
  if (rows.length === 0) return lines
  await tx.execute(sql`update ${link.table} set ${link.column} = ${two.kept}${raised(link)}
    where ${link.mine(ctx)} and ${link.column} = ${two.merged}`)
  return [...lines, ...rows.map(({ row }) => ({ link: link.link, moved: true, before: row }))]
}

const isFirst = ({ rule }: Link, theirs: Row, mine: Row) => {
  const [column, value] = (rule.how === 'moves' && rule.first) || []
  return column !== undefined && theirs[column] === value && mine[column] !== value
}

/** One that holds a project is not its partner as well. */
async function giveWay(tx: Transaction, ctx: NetworkContext, link: Link, { kept, merged }: Two) {
  const { rule } = link
  if (rule.how !== 'moves' || !rule.without) return []
  const same = rule.key.map((name) => sql`h.${sql.identifier(name)} = t.${sql.identifier(name)}`)
  const { rows } = await tx.execute<{ row: Row }>(sql`
    delete from ${link.table} t where ${link.mine(ctx)} and t.${link.column} in (${kept}, ${merged})
      and exists (select from ${sql.identifier(rule.without)} h where h.network_id = t.network_id
        and h.${link.column} = ${kept} and ${sql.join(same, sql` and `)})
    returning to_jsonb(t) as row`)
  return rows.map(({ row }): CarriedLine => ({ link: link.link, moved: false, before: row }))
}

/** Rows of the two records that are one: the columns of `unlike` are equal, two empty ones too. */
export async function conflicts(tx: Transaction, ctx: NetworkContext, link: Link, two: Two) {
  const { rule } = link
  if (rule.how !== 'moves' || !rule.unlike) return []
  const equal = rule.unlike.map(
    (name) => sql`k.${sql.identifier(name)} is not distinct from m.${sql.identifier(name)}`,
  )
  const among = sql.raw(rule.among ?? 'true')
  const { rows } = await tx.execute<{ mine: Row; theirs: Row }>(sql`
    select to_jsonb(k) as mine, to_jsonb(m) as theirs
    from (select * from ${link.table} where ${among}) m
      cross join lateral (
        select * from ${link.table} k where k.network_id = m.network_id and k.${link.column} = ${two.kept}
          and ${among} and ${sql.join(equal, sql` and `)} limit 1) k
    where m.network_id = ${ctx.network.id} and m.${link.column} = ${two.merged}`)
  return rows
}

async function takeAway(tx: Transaction, ctx: NetworkContext, link: Link, merged: string) {
  const { rows } = await tx.execute<{ row: Row }>(sql`
    delete from ${link.table} t where ${link.mine(ctx)} and ${link.column} = ${merged}
    returning to_jsonb(t) as row`)
  return rows.map(({ row }) => ({ link: link.link, moved: false, before: row }))
}

async function replaceListed(tx: Transaction, ctx: NetworkContext, link: Link, { kept, merged }: Two) {
  const { rows } = await tx.execute<{ row: Row }>(sql`
    select to_jsonb(t) as row from ${link.table} t
    where ${link.mine(ctx)} and ${merged} = any (${link.column}) for update`)
  await tx.execute(sql`update ${link.table}
    set ${link.column} = array_remove(${link.column}, ${merged}::uuid)
      || case when ${kept}::uuid = any (${link.column}) then '{}'::uuid[] else array[${kept}::uuid] end
    where ${link.mine(ctx)} and ${merged} = any (${link.column})`)
  return rows.map(({ row }) => ({ link: link.link, moved: true, before: row }))
}
