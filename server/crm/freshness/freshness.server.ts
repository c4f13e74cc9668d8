import { type SQL, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import type { Locale } from '#packages/referentials/locale.ts'
import { representativesSql } from '#server/identity/public.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { filtersSql } from '../organisation/organisation-filters.server.ts'
import { readFilters } from '../organisation/organisation-filters.ts'
import { crm } from '../permissions.ts'

export const FRESH_MONTHS = 12
/** Which published pages: all, those not checked for a year, never checked, that nobody can be written about. */
export const PAGE_SETS = ['stale', 'never', 'no_email', 'all'] as const
export type PageSet = (typeof PAGE_SETS)[number]
export const AGES = ['under_6', 'under_12', 'under_24', 'older', 'never'] as const
export type Age = (typeof AGES)[number]

export type FreshnessLine = {
  id: string
  name: string
  city: string | null
  verifiedAt: string | null
  updatedAt: string
  hasEmail: boolean
}

const monthsAgo = (ctx: NetworkContext, months: number) =>
  sql`(${ctx.clock.now().toISOString()}::timestamptz - ${months} * interval '1 month')`

/** Where a network writes about a page: its own address, else that of who represents it first. */
export const addressOf = (ctx: NetworkContext) => sql`coalesce(lower(o.email), (
  select min(lower(r.email)) from (${representativesSql(ctx)}) r where r.organisation_id = o.id))`

function setCondition(ctx: NetworkContext, set: PageSet): SQL {
  if (set === 'never') return sql`o.verified_at is null`
  if (set === 'no_email') return sql`${addressOf(ctx)} is null`
  if (set === 'stale') return sql`(o.verified_at is null or o.verified_at < ${monthsAgo(ctx, FRESH_MONTHS)})`
  return sql`true`
}

const published = (ctx: NetworkContext) =>
  sql`o.network_id = ${ctx.network.id} and o.published_at is not null`

const PER_PAGE = 50

/** How fresh the published pages are: by age of their last check, and the oldest first. */
export async function getFreshness(ctx: Context, set: PageSet, page: number) {
  demand(ctx, crm['page:read'])
  return inNetwork(ctx, async (tx) => {
    const ages = await countAges(tx, ctx)
    const { rows } = await tx.execute<FreshnessLine & { total: number }>(sql`
      select o.id, o.name, o.city, o.verified_at as "verifiedAt", o.updated_at as "updatedAt",
        ${addressOf(ctx)} is not null as "hasEmail", count(*) over ()::int as total
      from organisation o where ${published(ctx)} and ${setCondition(ctx, set)}
      order by o.verified_at nulls first, o.updated_at, o.id
      limit ${PER_PAGE} offset ${(page - 1) * PER_PAGE}`)
    const total = rows[0]?.total ?? 0
    return {
      ages,
      lines: rows.map(({ total: _, ...line }) => line),
      total,
      pages: Math.max(1, Math.ceil(total / PER_PAGE)),
    }
  })
}

async function countAges(tx: Transaction, ctx: NetworkContext) {
  const before = (months: number) => sql`o.verified_at >= ${monthsAgo(ctx, months)}`
  const { rows } = await tx.execute<Record<Age | 'total' | 'no_email', number>>(sql`
    select count(*)::int as total,
      count(*) filter (where ${before(6)})::int as under_6,
      count(*) filter (where ${before(12)} and not ${before(6)})::int as under_12,
      count(*) filter (where ${before(24)} and not ${before(12)})::int as under_24,
      count(*) filter (where not ${before(24)})::int as older,
      count(*) filter (where o.verified_at is null)::int as never,
      count(*) filter (where ${addressOf(ctx)} is null)::int as no_email
    from organisation o where ${published(ctx)}`)
  return rows[0]!
}

export type Recipient = { organisationId: string; name: string; email: string; locale: Locale }

/** The language of who has an account at this address; French otherwise. */
export const localeOf = (email: SQL) =>
  sql`coalesce((select a.locale from account a where lower(a.email) = ${email} limit 1), 'fr')`

/** Whom a campaign would write to: may be contacted, an address, that did not say stop; the longest unchecked first. */
export async function recipientsOf(
  tx: Transaction,
  ctx: NetworkContext,
  { set, among }: { set: PageSet; among: string },
  most: number,
  contactable = true,
) {
  const filters = filtersSql(ctx, readFilters(new URLSearchParams(among))) ?? sql`true`
  const { rows } = await tx.execute<Recipient>(sql`
    select "organisationId", name, email, ${localeOf(sql`r.email`)} as locale from (
      select o.id as "organisationId", o.name, o.verified_at, ${addressOf(ctx)} as email
      from organisation o where ${published(ctx)} and o.contactable = ${contactable} and ${setCondition(ctx, set)} and ${filters}) r
    where email is not null
      and not exists (select 1 from page_campaign_stop s where s.network_id = ${ctx.network.id}
        and s.address_hash = encode(sha256(convert_to(email, 'UTF8')), 'hex'))
      and not exists (select 1 from mail_bounce b
        where b.address_hash = encode(sha256(convert_to(email, 'UTF8')), 'hex'))
    order by verified_at nulls first, "organisationId" limit ${most}`)
  return rows
}
