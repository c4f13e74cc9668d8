import { type SQL, sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import {
  ORGANISATIONS_PER_PAGE,
  type OrganisationSearch,
  type OrganisationSort,
} from './find-organisations.schema.ts'
import { filtersSql } from './organisation-filters.server.ts'
import { searchedOrganisations } from './searched.server.ts'

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

/**
 * One page of the network's own records, published or not, the best answers first when words are searched,
 * in French alphabetical order otherwise, unless another order is asked; empty past the last one. `total` is how many answer in all.
 */
export async function findOrganisations(ctx: Context, search: OrganisationSearch) {
  demand(ctx, crm['organisation:read'])
  const { network } = ctx
  const skip = (search.page - 1) * ORGANISATIONS_PER_PAGE
  const found = foundIds(ctx, search)
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<OrganisationLine & { total: number }>(sql`
      select o.id, o.name, o.acronym, o.kind, o.subkind, o.city, o.department,
        o.seat_country as "seatCountry",
        o.published_at is not null as published,
        to_char(o.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "updatedAt", f.total
      from (${found(skip, ORGANISATIONS_PER_PAGE)}) f
      join organisation o on o.network_id = ${network.id} and o.id = f.id
      order by f.place`)
    const items = rows.map(({ total, ...line }) => line)
    // The size of the whole comes with each line: past the last page, the first line tells it.
    const sized =
      rows.length > 0 || skip === 0 ? rows : (await tx.execute<{ total: number }>(found(0, 1))).rows
    return { items, total: sized[0]?.total ?? 0, page: search.page, perPage: ORGANISATIONS_PER_PAGE }
  })
}

/** Some of the ids that answer a search and its filters, in its order, each with how many there are in all. */
export function foundIds(ctx: NetworkContext, search: OrganisationSearch) {
  const { q, sort = 'relevance', down = false, page, ...filters } = search
  const searched = searchedOrganisations(q)
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
  return sql`select o.id, (select count(*) from organisation o where ${mine}) as total,
      row_number() over (order by ${order}) as place
    from organisation o where ${mine} order by ${order} offset ${skip} limit ${take}`
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
