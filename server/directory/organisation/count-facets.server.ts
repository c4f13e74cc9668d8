import { type SQL, sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { networkById } from '#server/kernel/networks.ts'
import { inUse, isMember, matching, type Narrowing, type Scope } from './conditions.server.ts'
import { FACETS, type FacetKey, NATIONAL_FACETS } from './filters.schema.ts'

export type FacetCounts = Record<FacetKey, { value: string; count: number }[]>
/**
 * `unidentified`: of the total, those without SIREN or RNA that anybody knows, which nothing but two networks
 * can tell apart; null in one network.
 */
export type Counts = { total: number; unidentified: number | null; facets: FacetCounts }

const VALUE: Record<FacetKey, { column: SQL; many: boolean }> = {
  kind: { column: sql`kind`, many: false },
  department: { column: sql`department`, many: false },
  zone: { column: sql`zones`, many: true },
  country: { column: sql`countries`, many: true },
  sector: { column: sql`sectors`, many: true },
  sdg: { column: sql`sdgs`, many: true },
  member: { column: sql`member`, many: false },
  network: { column: sql`network_id`, many: false },
}

/**
 * How many listings each value of each facet would leave: a facet is counted under every filter
 * but its own. One statement: the matching rows are read once for all facets that are not in use,
 * and once more for each that is. Across networks, an organisation that several list counts once for
 * each value that any of them says.
 */
export async function countFacets(scope: Scope, narrowing: Narrowing): Promise<Counts> {
  const national = scope.networkId === null
  const used = inUse(narrowing).filter((facet) => national || facet !== 'network')
  const named = (facet: FacetKey) => (used.includes(facet) ? `without_${facet}` : 'matched')
  const sources = [
    facetRows(scope, 'matched', matching(scope, narrowing)),
    ...used.map((facet) => facetRows(scope, named(facet), matching(scope, narrowing, facet))),
  ]
  const counted = [
    ...counts(
      national,
      'matched',
      (rows, number) => sql`select 'total' as facet, null as value, ${number} from ${rows}`,
    ),
    ...(national ? [UNIDENTIFIED] : []),
    ...(national ? NATIONAL_FACETS : FACETS).flatMap((facet) =>
      counts(national, named(facet), (rows, number) => countOne(facet, rows, number)),
    ),
  ]
  const { rows } = await publicDb().execute<{ facet: string; value: string | null; count: number }>(
    sql`with ${sql.join(sources, sql`, `)} ${sql.join(counted, sql` union all `)}`,
  )
  return readCounts(rows)
}

/** A tie tells that two listings are one, and no number: they stay without identifier, and count once. */
const UNIDENTIFIED = sql`select 'unidentified' as facet, null as value,
  (count(*) filter (where national_key is null)
    + count(distinct national_key) filter (where national_key ^@ 'tie:'))::int as count from every_matched`

/** Listings known to one network, then those of several, where the organisation counts and not the listing. */
function counts(national: boolean, name: string, count: (rows: SQL, number: SQL) => SQL): SQL[] {
  const alone = count(sql.raw(name), sql`count(*)::int as count`)
  if (!national) return [alone]
  return [alone, count(sql.raw(`shared_${name}`), sql`count(distinct national_key)::int as count`)]
}

function countOne(facet: FacetKey, rows: SQL, number: SQL): SQL {
  const { column, many } = VALUE[facet]
  return many
    ? sql`select ${facet}::text, v::text, ${number} from ${rows}, unnest(${column}) v group by v`
    : sql`select ${facet}::text, ${column}::text, ${number} from ${rows} group by ${column}`
}

/** The matching rows' facets; apart, when several networks are searched, those that several list. */
function facetRows(scope: Scope, name: string, condition: SQL): SQL {
  const found = sql`select network_id, kind, department, zones, countries, sectors, sdgs, ${isMember(scope)} as member,
    networks, national_key from organisation_listing where ${condition}`
  const [every, alone, shared] = [sql.raw(`every_${name}`), sql.raw(name), sql.raw(`shared_${name}`)]
  if (scope.networkId !== null) return sql`${alone} as materialized (${found})`
  return sql`${every} as materialized (${found}),
    ${alone} as not materialized (select * from ${every} where networks is null),
    ${shared} as not materialized (select * from ${every} where networks is not null)`
}

function readCounts(rows: { facet: string; value: string | null; count: number }[]): Counts {
  const facets = Object.fromEntries(NATIONAL_FACETS.map((facet) => [facet, []])) as unknown as FacetCounts
  let total = 0
  let unidentified: number | null = null
  for (const { facet, value, count } of rows) {
    if (facet === 'total') total += count
    else if (facet === 'unidentified') unidentified = count
    else if (value !== null) add(facets[facet as FacetKey], value, count)
  }
  for (const facet of NATIONAL_FACETS)
    facets[facet].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  facets.network = facets.network.flatMap(({ value, count }) => {
    const slug = networkById(Number(value))?.slug
    return slug ? [{ value: slug, count }] : []
  })
  return { total, unidentified, facets }
}

function add(values: { value: string; count: number }[], value: string, count: number) {
  const known = values.find((one) => one.value === value)
  if (known) known.count += count
  else values.push({ value, count })
}
