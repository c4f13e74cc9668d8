import { type SQL, sql } from 'drizzle-orm'
import type { NetworkContext } from '#server/kernel/context.ts'
import { currentPosition } from '../person/current-position.server.ts'
import type { OrganisationFilters, OwnFilter } from './organisation-filters.ts'
import { outsideSql } from './outside.server.ts'

/** Nobody touched it for a year: what is published may be out of date. */
const STALE_MONTHS = 12

/** « À vérifier », of the organisation `o`: without a commune, or nobody saved nor confirmed it for a year. */
export function toCheck(ctx: NetworkContext): SQL {
  const stale = new Date(ctx.clock.now())
  stale.setUTCMonth(stale.getUTCMonth() - STALE_MONTHS)
  const day = sql`${stale.toISOString()}::timestamptz`
  return sql`(o.published_at is not null and ((o.insee is null and o.seat_country = 'FR')
    or greatest(o.updated_at, o.verified_at) < ${day}))`
}

/** What an organisation `o` must be to answer these filters; null when they ask nothing. */
export function filtersSql(ctx: NetworkContext, filters: Partial<OrganisationFilters>): SQL | null {
  const asked = conditionsOf(ctx, filters)
  return asked.length > 0 ? sql.join(asked, sql` and `) : null
}

function conditionsOf(ctx: NetworkContext, filters: Partial<OrganisationFilters>): SQL[] {
  const { id } = ctx.network
  const conditions: SQL[] = []
  const ask = (condition: SQL | null | undefined | false | 0 | '') => condition && conditions.push(condition)
  const texts = (values: string[]) => sql`${sql.param(values)}::text[]`
  const among = (column: SQL, values?: string[]) =>
    values && values.length > 0 && sql`${column} = any (${texts(values)})`
  const meeting = (column: SQL, values?: string[]) =>
    values && values.length > 0 && sql`${column} && ${texts(values)}`
  ask(among(sql`o.kind`, filters.kind))
  ask(among(sql`o.subkind`, filters.subkind))
  ask(among(sql`o.department`, filters.department))
  ask(meeting(sql`o.countries`, filters.country))
  ask(meeting(sql`o.sectors`, filters.sector))
  ask(filters.sdg?.length && sql`o.sdgs && ${sql.param(filters.sdg.map(Number))}::smallint[]`)
  ask(
    filters.tag?.length &&
      sql`exists (select from organisation_tag l where l.network_id = ${id} and l.organisation_id = o.id
        and l.tag_id = any (${sql.param(filters.tag)}::uuid[]))`,
  )
  ask(
    filters.member &&
      sql`exists (select from membership m where m.network_id = ${id} and m.organisation_id = o.id
        and m.year = ${filters.member})`,
  )
  ask(filters.directory === 'published' && sql`o.published_at is not null`)
  ask(filters.directory === 'private' && sql`o.published_at is null`)
  ask(filters.check && toCheck(ctx))
  ask(filters.outside && outsideSql(ctx))
  ask(filters.email && (filters.email === 'with' ? reachable(ctx) : sql`not ${reachable(ctx)}`))
  ask(
    filters.keeper &&
      (filters.keeper === 'nobody'
        ? sql`o.looked_after_by is null`
        : sql`o.looked_after_by = ${filters.keeper}`),
  )
  for (const [key, filter] of Object.entries(filters.own ?? {}))
    conditions.push(...ownConditions(key, filter))
  return conditions
}

/** Its own address, or that of somebody one meets there today. */
const reachable = (ctx: NetworkContext) => sql`(o.email is not null or exists (
  select from person_position q join person p on p.network_id = q.network_id and p.id = q.person_id
  where q.network_id = ${ctx.network.id} and q.organisation_id = o.id and ${currentPosition(ctx)} and p.email is not null))`

const NUMBER = /^-?\d{1,15}([.,]\d{1,6})?$/
const DAY = /^\d{4}-\d\d-\d\d$/

function ownConditions(key: string, { values, from, to, filled }: OwnFilter): SQL[] {
  const value = sql`o.own_fields -> ${key}::text`
  const text = sql`o.own_fields ->> ${key}::text`
  const conditions: SQL[] = []
  if (filled !== undefined)
    conditions.push(filled ? sql`o.own_fields ? ${key}` : sql`not o.own_fields ? ${key}`)
  if (values?.length) {
    const wanted = sql`${sql.param(values)}::text[]`
    // A list or one choice answers by its keys, yes or no by its word.
    conditions.push(sql`(${value} ?| ${wanted} or ${text} = any (${wanted}))`)
  }
  for (const [bound, sign] of [
    [from, sql`>=`],
    [to, sql`<=`],
  ] as const) {
    if (bound && DAY.test(bound)) conditions.push(sql`(${text} ${sign} ${bound})`)
    else if (bound && NUMBER.test(bound))
      conditions.push(sql`(case when jsonb_typeof(${value}) = 'number'
        then (${text})::numeric ${sign} ${bound.replace(',', '.')}::numeric else false end)`)
  }
  return conditions
}
