import { type SQL, sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { all, isMember, narrowed, type Scope, searched } from './conditions.server.ts'
import { FACETS, type FacetKey, type Filters } from './filters.schema.ts'

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
 * but its own. One statement: the rows that fail at most one filter are read once, each with a
 * flag a filter, then counted facet by facet. Across networks, listings that share a national
 * identity count once.
 */
export async function countFacets(scope: Scope, filters: Filters, terms: string[]): Promise<Counts> {
  const conditions = narrowed(scope, filters)
  const flags = new Map([...conditions.keys()].map((key) => [key, sql.raw(`f_${key}`)]))
  const flagColumns = [...conditions].map(([key, condition]) => sql`, (${condition}) as ${flags.get(key)}`)
  const nearly = [...conditions.keys()].map((left) => sql`(${all(except(flags, left))})`)
  const base = sql`
    select kind, department, zones, countries, sectors, sdgs, networks, national_key, network_id,
      ${isMember(scope)} as member ${sql.join(flagColumns)}
    from organisation_listing where ${searched(scope, terms)}`
  const kept =
    nearly.length > 1 ? sql`select * from (${base} offset 0) b where ${sql.join(nearly, sql` or `)}` : base
  const counted = FACETS.map((facet) => countOne(scope, facet, all(except(flags, facet))))
  const total = sql`select 'total' as facet, null as value, count(*)::int as count
    from (${rows(scope, sql`1`, all(flags.values()))}) r`
  const { rows: lines } = await publicDb().execute<{ facet: string; value: string | null; count: number }>(
    sql`with base as materialized (${kept}) ${sql.join([total, ...counted], sql` union all `)}`,
  )
  const facets = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as FacetCounts
  let sum = 0
  for (const { facet, value, count } of lines) {
    if (facet === 'total') sum = count
    else if (value !== null) facets[facet as FacetKey].push({ value, count })
  }
  for (const facet of FACETS) facets[facet].sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
  return { total: sum, facets }
}

function countOne(scope: Scope, facet: FacetKey, condition: SQL): SQL {
  const { column, many } = VALUE[facet]
  const source = rows(scope, column, condition)
  return many
    ? sql`select ${facet}::text, v::text, count(*)::int from (${source}) r, unnest(r.value) v group by v`
    : sql`select ${facet}::text, value::text, count(*)::int from (${source}) r group by value`
}

/** The matching rows, one a national identity when several networks are searched together. */
function rows(scope: Scope, value: SQL, condition: SQL): SQL {
  if (scope.networkId !== null) return sql`select ${value} as value from base where ${condition}`
  return sql`select ${value} as value from base where networks is null and ${condition}
    union all (select value from (select distinct on (national_key) ${value} as value from base
      where networks is not null and ${condition} order by national_key, network_id) d)`
}

function except<T>(map: Map<FacetKey, T>, left: FacetKey): T[] {
  return [...map].flatMap(([key, value]) => (key === left ? [] : [value]))
}
