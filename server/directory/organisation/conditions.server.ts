import { type SQL, sql } from 'drizzle-orm'
import { activeNetwork } from '#server/kernel/networks.ts'
import type { FacetKey, Filters } from './filters.schema.ts'
import { facetWord } from './listing.ts'
import { tsqueryText, type Words } from './search-terms.ts'

/** What a search looks through: one network's listings, or all that agree to be shown beyond theirs. */
export type Scope = {
  networkId: number | null
  today: string
  /** For figures: only who agrees to be counted. */
  counted?: true
}

/** What narrows a search: the words typed, a query of facet words for each facet in use, and across networks those chosen. */
export type Narrowing = {
  words: Words
  facets: Map<FacetKey, string>
  member: boolean | undefined
  networks: number[] | null
}

export function narrowingOf(filters: Filters, words: Words): Narrowing {
  const facets = new Map<FacetKey, string>()
  for (const facet of ['kind', 'department', 'zone', 'country', 'sector', 'sdg'] as const) {
    const values = filters[facet].map((value) => `'${facetWord(facet, value).replaceAll("'", '')}'`)
    if (values.length) facets.set(facet, `(${values.join('|')})`)
  }
  const networks = filters.network?.length
    ? filters.network.flatMap((slug) => activeNetwork(slug)?.id ?? [])
    : null
  return { words, facets, member: filters.member, networks }
}

/**
 * The rows of a search, under every filter but `left`. Words and facets are one full-text query, so
 * that one index intersects them; values come from allow-lists (filters.schema.ts).
 */
export function matching(scope: Scope, { words, facets, member, networks }: Narrowing, left?: FacetKey): SQL {
  const parts: SQL[] = []
  if (scope.networkId !== null) parts.push(sql`network_id = ${scope.networkId}`)
  else parts.push(sql`shown_to_networks`)
  if (scope.networkId === null && networks && left !== 'network')
    parts.push(sql`network_id = any (${sql.param(networks)}::int[])`)
  if (scope.counted) parts.push(sql`aggregated`)
  const chosen = [...facets].flatMap(([facet, query]) => (facet === left ? [] : [query]))
  const queries: SQL[] = []
  if (words.terms.length) queries.push(tsquery(words))
  if (chosen.length) queries.push(sql`${chosen.join('&')}::tsquery`)
  if (queries.length) parts.push(sql`search @@ (${sql.join(queries, sql` && `)})`)
  if (member !== undefined && left !== 'member') parts.push(sql`${isMember(scope)} = ${member}`)
  return parts.length ? sql.join(parts, sql` and `) : sql`true`
}

/** The facets in use: each is counted without itself, the others under all of them. */
export function inUse({ facets, member, networks }: Narrowing): FacetKey[] {
  return [
    ...facets.keys(),
    ...(member === undefined ? [] : (['member'] as const)),
    ...(networks ? (['network'] as const) : []),
  ]
}

export function tsquery(words: Words): SQL {
  return sql`to_tsquery('maillage_fr', ${tsqueryText(words)})`
}

export function isMember(scope: Scope): SQL {
  return sql`coalesce(member_until >= ${scope.today}::date, false)`
}
