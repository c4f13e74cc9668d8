import { type SQL, sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { inUse, lastDay, matching, type Narrowing, type PanoramaScope } from './conditions.server.ts'
import { PROJECT_FACETS, type ProjectFacet } from './filters.schema.ts'

export type ProjectFacetCounts = Record<ProjectFacet, { value: string; count: number }[]>
export type ProjectCounts = { total: number; facets: ProjectFacetCounts }

const VALUES: Record<ProjectFacet, SQL> = {
  country: sql`unnest(countries)`,
  zone: sql`unnest(zones)`,
  sector: sql`unnest(sectors)`,
  sdg: sql`unnest(sdgs)`,
  status: sql`status`,
  kind: sql`unnest(holder_kinds)`,
  year: sql`generate_series(first_year, last_year)`,
}

/**
 * How many projects each value of each facet would leave: a facet is counted under every filter but its
 * own. One statement. A project that several networks show is one row, so it counts once everywhere.
 */
export async function countProjectFacets(scope: PanoramaScope, narrowing: Narrowing): Promise<ProjectCounts> {
  const used = inUse(narrowing)
  const named = (facet: ProjectFacet) => sql.raw(used.includes(facet) ? `without_${facet}` : 'matched')
  const sources = [
    found(scope, sql.raw('matched'), matching(scope, narrowing)),
    ...used.map((facet) => found(scope, named(facet), matching(scope, narrowing, facet))),
  ]
  const counted = PROJECT_FACETS.map(
    (facet) => sql`select ${facet}::text, v::text, count(*)::int
      from (select ${VALUES[facet]} as v from ${named(facet)}) each_one where v is not null group by v`,
  )
  const { rows } = await publicDb().execute<{ facet: string; value: string | null; count: number }>(sql`
    with ${sql.join(sources, sql`, `)}
    select 'total' as facet, null as value, count(*)::int as count from matched
    union all ${sql.join(counted, sql` union all `)}`)
  return readCounts(rows)
}

function found(scope: PanoramaScope, name: SQL, condition: SQL): SQL {
  return sql`${name} as materialized (select countries, zones, sectors, sdgs, status, holder_kinds,
    extract(year from started_on)::int as first_year,
    least(extract(year from ${lastDay(scope.today)}), extract(year from started_on) + 50)::int as last_year
    from project_listing l where ${condition})`
}

function readCounts(rows: { facet: string; value: string | null; count: number }[]): ProjectCounts {
  const facets = Object.fromEntries(
    PROJECT_FACETS.map((facet) => [facet, []]),
  ) as unknown as ProjectFacetCounts
  let total = 0
  for (const { facet, value, count } of rows) {
    if (facet === 'total') total = count
    else if (value !== null) facets[facet as ProjectFacet].push({ value, count })
  }
  for (const facet of PROJECT_FACETS)
    facets[facet].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  facets.year.sort((a, b) => Number(b.value) - Number(a.value))
  return { total, facets }
}
