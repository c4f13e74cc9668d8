import { type SQL, sql } from 'drizzle-orm'
import { tsqueryText, type Words } from '#server/directory/public.ts'
import type { ProjectFacet, ProjectFilters } from './filters.schema.ts'
import { namedFor } from './project-item.server.ts'
import { facetWord, type WordFacet } from './project-listing.ts'

/** What a search looks through: one network's panorama, or all of them. */
export type PanoramaScope = { networkId: number | null; today: string }

/** What narrows a search: the words typed, a query of facet words for each facet in use, and years. */
export type Narrowing = { words: Words; facets: Map<ProjectFacet, string>; years: number[] }

const WORD_FACETS: WordFacet[] = ['country', 'zone', 'sector', 'sdg', 'status', 'kind']

export function narrowingOf(filters: ProjectFilters, words: Words): Narrowing {
  const facets = new Map<ProjectFacet, string>()
  for (const facet of WORD_FACETS) {
    const values = filters[facet].map((value) => `'${facetWord(facet, value).replaceAll("'", '')}'`)
    if (values.length) facets.set(facet, `(${values.join('|')})`)
  }
  return { words, facets, years: filters.year }
}

/** What a network's panorama shows: its own projects, and those of others that both agreed to show. */
export function shownIn(networkId: number): SQL {
  return sql`(l.network_id = ${networkId} or l.shown_in @> array[${networkId}::int])`
}

/** The rows `l` of a search, under every filter but `left`; values come from allow-lists (filters.schema.ts). */
export function matching(scope: PanoramaScope, narrowing: Narrowing, left?: ProjectFacet): SQL {
  const { words, facets, years } = narrowing
  const parts: SQL[] = []
  if (scope.networkId !== null) parts.push(shownIn(scope.networkId))
  const chosen = [...facets].flatMap(([facet, query]) => (facet === left ? [] : [query]))
  if (chosen.length) parts.push(sql`l.search @@ ${chosen.join('&')}::tsquery`)
  if (words.terms.length) parts.push(saying(scope, words))
  if (years.length && left !== 'year') parts.push(underWayIn(years, scope.today))
  return parts.length ? sql.join(parts, sql` and `) : sql`true`
}

/**
 * Its own words, or the name, if it is told here, of an organisation of another network that holds it too.
 * The words of a listing are read by all, so those of organisations that show in their own network alone
 * are looked up where that network asks.
 */
function saying(scope: PanoramaScope, words: Words): SQL {
  const query = tsquery(words)
  const parts = [
    sql`l.search @@ ${query}`,
    sql`l.shown_in is not null and exists (
      select 1 from jsonb_to_recordset(l.elsewhere) e(network int, organisation uuid)
      join organisation_listing o on o.network_id = e.network and o.id = e.organisation
      where o.title @@ ${query} and ${namedFor(scope)})`,
  ]
  if (scope.networkId !== null) parts.push(namedHereAlone(scope.networkId, words))
  return sql`(${sql.join(parts, sql` or `)})`
}

function namedHereAlone(networkId: number, words: Words): SQL {
  const one = sql`to_tsquery('maillage_fr', ${tsqueryText(words).replaceAll(' & ', ' | ')})`
  const hereAlone = sql`o.network_id = ${networkId} and not o.shown_to_networks and o.title @@ ${one}`
  return sql`l.network_id = ${networkId}
    and (l.holders || l.partners_here) && array(select o.id from organisation_listing o where ${hereAlone})
    and exists (select 1 from organisation_listing o where ${hereAlone}
      and o.id = any (l.holders || l.partners_here) and (l.search || o.title) @@ ${tsquery(words)})`
}

/** Its last day: the one said, else today while it runs, else its first. */
export const lastDay = (today: string) =>
  sql`greatest(l.started_on, coalesce(l.ended_on, case when l.status = 'running' then ${today}::date else l.started_on end))`

function underWayIn(years: number[], today: string): SQL {
  const each = years.map((year) => {
    const [first, last] = [`${year}-01-01`, `${year}-12-31`]
    return sql`(l.started_on <= ${last}::date and ${lastDay(today)} >= ${first}::date)`
  })
  return sql`(${sql.join(each, sql` or `)})`
}

/** The facets in use: each is counted without itself, the others under all of them. */
export function inUse({ facets, years }: Narrowing): ProjectFacet[] {
  return [...facets.keys(), ...(years.length ? (['year'] as const) : [])]
}

export function tsquery(words: Words): SQL {
  return sql`to_tsquery('maillage_fr', ${tsqueryText(words)})`
}
