import { type SQL, sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { inUse, isMember, matching, type Narrowing, type Scope } from './conditions.server.ts'
import { FACETS, type FacetKey } from './filters.schema.ts'

export type FacetCounts = Record<FacetKey, { value: string; count: number }[]>
export type Counts = { total: number; facets: FacetCounts }

const VALUE: Record<FacetKey, { column: SQL; many: boolean }> = {
  kind: { column: sql`kind`, many: false },
  department: { column: sql`department`, many: false },
  zone: { column: sql`zones`, many: true },
  country: { column: sql`countries`, many: true },
  sector: { column: sql`sectors`, many: true },
  sdg: { column: sql`sdgs`, many: true },
  member: { column: sql`member`, many: false },
}

/**
 * How many listings each value of each facet would leave: a facet is counted under every filter
 * but its own. One statement: the matching rows are read once for all facets that are not in use,
 * and once more for each that is. Across networks, listings of one national identity count once.
 */
export async function countFacets(scope: Scope, narrowing: Narrowing): Promise<Counts> {
  const used = inUse(narrowing)
  const named = (facet: FacetKey) => sql.raw(used.includes(facet) ? `without_${facet}` : 'matched')
  const sources = [
    facetRows(scope, 'matched', matching(scope, narrowing)),
    ...used.map((facet) => facetRows(scope, `without_${facet}`, matching(scope, narrowing, facet))),
  ]
  const counted = [
    sql`select 'total' as facet, null as value, count(*)::int as count from matched`,
    ...FACETS.map((facet) => countOne(facet, named(facet))),
  ]
  const { rows } = await publicDb().execute<{ facet: string; value: string | null; count: number }>(
    sql`with ${sql.join(sources, sql`, `)} ${sql.join(counted, sql` union all `)}`,
  )
  return readCounts(rows)
}

function countOne(facet: FacetKey, source: SQL): SQL {
  const { column, many } = VALUE[facet]
  return many
    ? sql`select ${facet}::text, v::text, count(*)::int from ${source}, unnest(${column}) v group by v`
    : sql`select ${facet}::text, ${column}::text, count(*)::int from ${source} group by ${column}`
}

/** The matching rows' facets, one row a national identity when several networks are searched together. */
function facetRows(scope: Scope, name: string, condition: SQL): SQL {
  const found = sql`select kind, department, zones, countries, sectors, sdgs, ${isMember(scope)} as member,
    networks, national_key, network_id from organisation_listing where ${condition}`
  if (scope.networkId !== null) return sql`${sql.raw(name)} as materialized (${found})`
  const [all, one] = [sql.raw(`every_${name}`), sql.raw(name)]
  return sql`${all} as materialized (${found}), ${one} as materialized (
    select * from ${all} where networks is null union all
    (select distinct on (national_key) * from ${all} where networks is not null order by national_key, network_id))`
}

function readCounts(rows: { facet: string; value: string | null; count: number }[]): Counts {
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as FacetCounts
  let total = 0
  for (const { facet, value, count } of rows) {
    if (facet === 'total') total = count
    else if (value !== null) facets[facet as FacetKey].push({ value, count })
  }
  for (const facet of FACETS) facets[facet].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  return { total, facets }
}
