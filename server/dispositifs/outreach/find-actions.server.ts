import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'
import type { OutreachKind } from './outreach.schema.ts'

export type OutreachLine = {
  id: string
  version: number
  kind: OutreachKind
  happenedOn: string
  title: string
  place: string
  people: number | null
  organisations: number | null
  note: string
  dispositifs: { id: string; code: string }[]
  colleagues: { id: string; name: string }[]
}

/** The actions of a year, the last first; the years that have some. */
export async function findActions(ctx: Context, year: number) {
  demand(ctx, dispositifs['dispositif:read'])
  return inNetwork(ctx, async (tx) => {
    const { rows: years } = await tx.execute<{ year: number }>(sql`
      select distinct extract(year from happened_on)::int as year from outreach_action
      where network_id = ${ctx.network.id} and removed_at is null order by 1 desc`)
    const within = sql`a.happened_on >= make_date(${year}, 1, 1) and a.happened_on <= make_date(${year}, 12, 31)`
    return { years: years.map((one) => one.year), actions: await linesOf(tx, ctx, within) }
  })
}

export async function getAction(ctx: Context, id: string): Promise<OutreachLine> {
  demand(ctx, dispositifs['dispositif:read'])
  const [line] = await inNetwork(ctx, (tx) => linesOf(tx, ctx, sql`a.id = ${id}`))
  if (!line) throw notFound()
  return line
}

async function linesOf(tx: Transaction, ctx: NetworkContext, where: ReturnType<typeof sql>) {
  const { rows } = await tx.execute<OutreachLine>(sql`
    select a.id, a.version, a.kind, a.happened_on::text as "happenedOn", a.title, a.place, a.people, a.organisations,
      a.note,
      (select coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'code', d.code) order by d.code), '[]')
        from outreach_action_dispositif l join dispositif d on d.network_id = l.network_id and d.id = l.dispositif_id
        where l.network_id = a.network_id and l.action_id = a.id) as dispositifs,
      (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name) order by c.name), '[]')
        from outreach_action_colleague l join account c on c.id = l.account_id
        where l.network_id = a.network_id and l.action_id = a.id) as colleagues
    from outreach_action a
    where a.network_id = ${ctx.network.id} and a.removed_at is null and ${where}
    order by a.happened_on desc, a.id desc`)
  return rows
}

export type OutreachCount = { kind: OutreachKind; actions: number; people: number; organisations: number }

/** How many of each kind in a year, and whom they reached. */
export async function countActions(tx: Transaction, ctx: NetworkContext, year: number) {
  const { rows } = await tx.execute<OutreachCount & { schemes: string[] }>(sql`
    select a.kind, count(*)::int as actions, coalesce(sum(a.people), 0)::int as people,
      coalesce(sum(a.organisations), 0)::int as organisations,
      array(select distinct d.code from outreach_action b
        join outreach_action_dispositif l on l.network_id = b.network_id and l.action_id = b.id
        join dispositif d on d.network_id = l.network_id and d.id = l.dispositif_id
        where b.network_id = ${ctx.network.id} and b.kind = a.kind and b.removed_at is null
          and extract(year from b.happened_on) = ${year} order by d.code) as schemes
    from outreach_action a
    where a.network_id = ${ctx.network.id} and a.removed_at is null
      and a.happened_on >= make_date(${year}, 1, 1) and a.happened_on <= make_date(${year}, 12, 31)
    group by a.kind order by count(*) desc, a.kind`)
  return rows
}

/** What the history calls each of them. */
export async function namesOfActions(tx: Transaction, ctx: NetworkContext, ids: string[]) {
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select id, title as name from outreach_action
    where network_id = ${ctx.network.id} and id = any (${sql.param(ids)}::uuid[])`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}
