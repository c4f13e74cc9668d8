import { z } from 'zod'
import { isCountry } from '#packages/referentials/countries.ts'
import { isKind } from '#packages/referentials/kinds.ts'
import { isSector } from '#packages/referentials/sectors.ts'
import { isZone } from '#packages/referentials/zones.ts'
import { STATUSES } from '../project/project.ts'

export const PROJECTS_PER_PAGE = 30
/** Far enough for any list a person reads; further, the cost of an offset is paid for nobody. */
const LAST_PAGE = 5000

/** `kind` is that of a holder; `year` is one in which the project was under way. */
export const PROJECT_FACETS = ['country', 'zone', 'sector', 'sdg', 'status', 'kind', 'year'] as const
export type ProjectFacet = (typeof PROJECT_FACETS)[number]

const among = (isKnown: (key: string) => boolean) =>
  z.array(z.string().refine(isKnown, 'unknown_value')).max(50).default([])
const isStatus = (key: string) => (STATUSES as readonly string[]).includes(key)
const numbers = (from: number, to: number) =>
  z.array(z.coerce.number().int().min(from, 'unknown_value').max(to, 'unknown_value')).max(50).default([])

/** A search of published projects. A facet's values are alternatives; facets narrow one another. */
export const projectFilters = z.strictObject({
  q: z.string().trim().max(200, 'too_long').default(''),
  country: among(isCountry),
  zone: among(isZone),
  sector: among(isSector),
  sdg: numbers(1, 17),
  status: among(isStatus),
  kind: among(isKind),
  year: numbers(1950, 2150),
  page: z.coerce.number().int('not_a_page').min(1, 'not_a_page').max(LAST_PAGE, 'not_a_page').default(1),
  per_page: z.coerce
    .number()
    .int('not_a_size')
    .min(1, 'not_a_size')
    .max(100, 'not_a_size')
    .default(PROJECTS_PER_PAGE),
  sort: z.enum(['name', '-name', 'recent', 'relevance'], 'unknown_value').optional(),
})

export type ProjectFilters = z.output<typeof projectFilters>

const REPEATED = new Set<string>(PROJECT_FACETS)

/** Query string to plain object: a repeated parameter is a list, the others must come once. */
export function readProjectQuery(query: URLSearchParams): Record<string, unknown> {
  const values = new Map<string, unknown>()
  for (const key of new Set(query.keys())) {
    const all = query.getAll(key).filter((value) => value !== '')
    if (REPEATED.has(key)) values.set(key, all)
    else if (all.length > 0) values.set(key, all.length === 1 ? all[0] : all)
  }
  // Own properties, `__proto__` too: it must be seen to be refused.
  return Object.fromEntries(values)
}

/** The query string of these filters, in one canonical order, so that a search has one address. */
export function writeProjectQuery(filters: Partial<ProjectFilters>): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(filters)) {
    if (Array.isArray(value)) for (const one of value) query.append(key, String(one))
    else if (value !== undefined && value !== '' && !isDefault(key, value)) query.set(key, String(value))
  }
  return query.toString()
}

function isDefault(key: string, value: unknown) {
  return (key === 'page' && value === 1) || (key === 'per_page' && value === PROJECTS_PER_PAGE)
}
