import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { filterWords } from '../organisation/filter-words.ts'
import {
  ORGANISATION_SORTS,
  type OrganisationSort,
  organisationSearch,
} from '../organisation/find-organisations.schema.ts'
import { foundIds } from '../organisation/find-organisations.server.ts'
import { readFilters } from '../organisation/organisation-filters.ts'
import { findListChoices } from '../segment/find-list-choices.server.ts'
import { orderWords, searchWords } from './criteria-words.ts'

const MOST = 500_000

/** The records that an address of the list asks, in its order. */
export async function askedIds(ctx: NetworkContext, query: URLSearchParams): Promise<string[]> {
  const found = foundIds(ctx, { ...readAsked(query), ...readFilters(query), page: 1 })
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute<{ id: string }>(sql`select f.id from (${found(0, MOST)}) f order by f.place`),
  )
  return rows.map(({ id }) => id)
}

function readAsked(query: URLSearchParams) {
  const q = organisationSearch.shape.q.parse(query.get('q')?.slice(0, 200))
  const asked = query.get('tri') ?? ''
  const sort = ORGANISATION_SORTS.find((column) => column === asked.replace(/^-/, ''))
  return { q, sort, down: sort !== undefined && asked.startsWith('-') }
}

/** The same, as the list says it. */
export async function askedWords(ctx: NetworkContext, query: URLSearchParams) {
  const { q, sort, down } = readAsked(query)
  const filters = filterWords(readFilters(query), await findListChoices(ctx), ctx.locale)
  return [
    ...searchWords(q, ctx.locale),
    ...filters.map(({ label }) => label),
    ...orderWords(sort && SORT_COLUMNS[sort], down, ctx.locale),
  ]
}
const SORT_COLUMNS: Record<OrganisationSort, string> = {
  name: 'name',
  type: 'kind',
  place: 'place',
  directory: 'published',
  updated: 'updatedOn',
  relevance: 'relevance',
}
