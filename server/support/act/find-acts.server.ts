import { type SQL, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { support } from '../permissions.ts'
import type { Channel, Family, Kind } from './act.ts'
import { actsKept } from './acts-kept.server.ts'
import { ACTS_PER_PAGE, type ActFilters, type ActSearch } from './find-acts.schema.ts'

export type ActLine = {
  id: string
  happenedOn: string
  minutes: number
  family: Family
  kind: Kind
  channel: Channel | null
  topic: string
  nextStep: string
  nextOn: string | null
  nextDone: boolean
  by: string | null
  organisations: { id: string; name: string }[]
}

/** What the acts kept amount to. */
export type Totals = { acts: number; minutes: number; organisations: number }

/** One page of the acts that some filters keep, the latest first, and what all of them amount to. */
export async function findActs(ctx: Context, search: ActSearch) {
  demand(ctx, support['act:read'])
  return inNetwork(ctx, async (tx) => {
    const items = await readActs(tx, ctx, search, {
      skip: (search.page - 1) * ACTS_PER_PAGE,
      take: ACTS_PER_PAGE,
    })
    const totals = await totalsOf(tx, actsKept(ctx, search))
    return {
      items,
      totals,
      page: search.page,
      pages: Math.max(1, Math.ceil(totals.acts / ACTS_PER_PAGE)),
      people: await peopleWhoAct(tx, ctx),
      years: await yearsOfActs(tx, ctx),
    }
  })
}

async function readActs(
  tx: Transaction,
  ctx: NetworkContext,
  filters: ActFilters,
  { skip, take }: { skip: number; take: number },
): Promise<ActLine[]> {
  const { rows } = await tx.execute<ActLine>(sql`
    select a.id, a.happened_on::text as "happenedOn", a.minutes, a.family, a.kind, a.channel, a.topic,
      a.next_step as "nextStep", a.next_on::text as "nextOn", a.next_done_at is not null as "nextDone", c.name as by,
      (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.name collate "fr-x-icu"), '[]')
        from support_act_organisation l join organisation o on o.network_id = l.network_id and o.id = l.organisation_id
        where l.network_id = a.network_id and l.act_id = a.id) as organisations
    from support_act a left join account c on c.id = a.account_id
    where ${actsKept(ctx, filters)}
    order by a.happened_on desc, a.id desc offset ${skip} limit ${take}`)
  return rows
}

/** An act with several organisations counts its minutes once. */
export async function totalsOf(tx: Transaction, kept: SQL): Promise<Totals> {
  const { rows } = await tx.execute<Totals>(sql`
    select count(*)::int as acts, coalesce(sum(a.minutes), 0)::int as minutes,
      (select count(distinct l.organisation_id)::int from support_act_organisation l
        join support_act a on a.network_id = l.network_id and a.id = l.act_id where ${kept}) as organisations
    from support_act a where ${kept}`)
  return rows[0]!
}

async function peopleWhoAct(tx: Transaction, ctx: NetworkContext) {
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select c.id, c.name from account c where c.id in (
      select account_id from support_act where network_id = ${ctx.network.id} and removed_at is null)
    order by c.name`)
  return rows
}

export async function yearsOfActs(tx: Transaction, ctx: NetworkContext): Promise<number[]> {
  const { rows } = await tx.execute<{ year: number }>(sql`
    select distinct extract(year from happened_on)::int as year from support_act
    where network_id = ${ctx.network.id} and removed_at is null order by 1 desc`)
  return rows.map(({ year }) => year)
}
