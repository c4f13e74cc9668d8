import { type SQL, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import {
  ORGANISATIONS_PER_PAGE,
  type OrganisationSearch,
  type OrganisationSort,
} from './find-organisations.schema.ts'
import { filtersSql } from './organisation-filters.server.ts'
import { everySearched, holding, searchedOrganisations } from './searched.server.ts'

export type OrganisationLine = {
  id: string
  name: string
  acronym: string | null
  kind: string
  subkind: string | null
  city: string | null
  seatCountry: string
  department: string | null
  published: boolean
  /** An instant: which day it is depends on the network. */
  updatedAt: string
}

/** `total` answer, or more than that: past some thousands nobody reads on, and counting would cost a second. */
type Found = { items: OrganisationLine[]; total: number; more: boolean }

/**
 * One page of the network's own records, published or not, the best answers first when words are searched,
 * in French alphabetical order otherwise, unless another order is asked; empty past the last one.
 */
export async function findOrganisations(ctx: Context, search: OrganisationSearch) {
  demand(ctx, crm['organisation:read'])
  const found = await inNetwork(ctx, (tx) => readFound(tx, ctx, search))
  return { ...found, page: search.page, perPage: ORGANISATIONS_PER_PAGE }
}

async function readFound(tx: Transaction, ctx: NetworkContext, search: OrganisationSearch): Promise<Found> {
  const { q, sort = 'relevance', down = false, page, ...filters } = search
  const [skip, take] = [(page - 1) * ORGANISATIONS_PER_PAGE, ORGANISATIONS_PER_PAGE]
  const condition = filtersSql(ctx, filters)
  if (sort === 'relevance' && !condition) {
    const best = searchedOrganisations(q, { skip, take })
    if (best) return linesOf(tx, ctx, best)
  }
  const each = searchedOrganisations(q, null)
  const [mine, order] = [condition ?? sql`true`, orderOf(sort === 'relevance' && !each ? 'name' : sort, down)]
  if (each) {
    const found = await linesOf(tx, ctx, narrowed(each, ctx.network.id, mine, order, skip, take))
    if (!found.more || found.total > 0) return found
  }
  // Too many hold the words to be told apart one by one: the filters go first, then the words.
  const byName = each && sort === 'relevance' ? orderOf('name', down) : order
  const read = (from: number, most: number) =>
    each
      ? eachHolding(q, ctx.network.id, mine, byName, from, most)
      : everyId(ctx.network.id, mine, byName, from, most)
  const found = await linesOf(tx, ctx, read(skip, take))
  // The size of the whole comes with each line: past the last page, the first line tells it.
  if (found.items.length > 0 || skip === 0) return found
  return { ...(await linesOf(tx, ctx, read(0, 1))), items: [] }
}

/** `found` gives id, place, total and more; a line without id has nothing but the last two. */
async function linesOf(tx: Transaction, ctx: NetworkContext, found: SQL): Promise<Found> {
  const { rows } = await tx.execute<OrganisationLine & { total: number; more: boolean }>(sql`
    select o.id, o.name, o.acronym, o.kind, o.subkind, o.city, o.department,
      o.seat_country as "seatCountry",
      o.published_at is not null as published,
      to_char(o.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "updatedAt", f.total, f.more
    from (${found}) f left join organisation o on o.network_id = ${ctx.network.id} and o.id = f.id
    order by f.place`)
  const items = rows.filter(({ id }) => id !== null).map(({ total, more, ...line }) => line)
  return { items, total: Number(rows[0]?.total ?? 0), more: rows[0]?.more ?? false }
}

/** Those of a search that answer the filters; when there are too many to tell, none, and `more`. */
function narrowed(each: SQL, networkId: number, condition: SQL, order: SQL, skip: number, take: number): SQL {
  return sql`with s as materialized (${each}), mine as (
      select o.id, count(*) over ()::int as total, row_number() over (order by ${order})::int as place
      from s f join organisation o on o.network_id = ${networkId} and o.id = f.id where ${condition})
    select p.id, p.place, coalesce(p.total, (select total from mine limit 1), 0) as total,
      coalesce((select more from s limit 1), false) as more
    from (select) one left join lateral (
      select * from mine order by place offset ${skip} limit ${take}) p on true`
}

/** Every id that answers a search and its filters, in its order: for a file, or an act on all of them. */
export function foundIds(ctx: NetworkContext, search: OrganisationSearch) {
  const { q, sort = 'relevance', down = false, page, ...filters } = search
  const searched = everySearched(q)
  const condition = filtersSql(ctx, filters) ?? sql`true`
  // Without words nothing answers better than another.
  const order = orderOf(sort === 'relevance' && !searched ? 'name' : sort, down)
  return (from: number, take: number) =>
    searched
      ? answering(searched, ctx.network.id, condition, order, from, take)
      : everyId(ctx.network.id, condition, order, from, take)
}

function answering(ids: SQL, networkId: number, condition: SQL, order: SQL, skip: number, take: number): SQL {
  return sql`select o.id, count(*) over () as total, row_number() over (order by ${order}) as place
    from (${ids}) f join organisation o on o.network_id = ${networkId} and o.id = f.id
    where ${condition} order by ${order} offset ${skip} limit ${take}`
}

function everyId(networkId: number, condition: SQL, order: SQL, skip: number, take: number): SQL {
  const mine = sql`o.network_id = ${networkId} and ${condition}`
  return sql`select o.id, (select count(*) from organisation o where ${mine}) as total, false as more,
      row_number() over (order by ${order}) as place
    from organisation o where ${mine} order by ${order} offset ${skip} limit ${take}`
}

/** The same for words that very many hold: the filters leave few, whose words are then looked at. */
function eachHolding(
  q: string,
  networkId: number,
  condition: SQL,
  order: SQL,
  skip: number,
  take: number,
): SQL {
  return sql`with kept as materialized (
      select o.id from organisation o where o.network_id = ${networkId} and ${condition}),
    mine as materialized (
      select o.* from kept join organisation o on o.network_id = ${networkId} and o.id = kept.id where ${holding(q)})
    select o.id, (select count(*) from mine) as total, false as more, row_number() over (order by ${order}) as place
    from mine o order by ${order} offset ${skip} limit ${take}`
}

const NAME = sql`o.name collate "fr-x-icu", o.id`

function orderOf(sort: OrganisationSort, down: boolean): SQL {
  const way = down ? sql`desc` : sql`asc`
  if (sort === 'relevance') return sql`f.rank, ${NAME}`
  if (sort === 'name') return down ? sql`o.name collate "fr-x-icu" desc, o.id desc` : NAME
  const by = {
    type: sql`o.kind ${way}, o.subkind ${way} nulls last`,
    place: sql`o.city collate "fr-x-icu" ${way} nulls last`,
    directory: sql`(o.published_at is null) ${way}`,
    updated: sql`o.updated_at ${way}`,
  }
  return sql`${by[sort]}, ${NAME}`
}
