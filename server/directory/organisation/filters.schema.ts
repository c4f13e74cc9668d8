import { z } from 'zod'
import { isCountry } from '#packages/referentials/countries.ts'
import { isDepartment } from '#packages/referentials/departments.ts'
import { isKind } from '#packages/referentials/kinds.ts'
import { isSector } from '#packages/referentials/sectors.ts'
import { isZone } from '#packages/referentials/zones.ts'

export const PER_PAGE = 30
/** Far enough for any list a person reads; further, the cost of an offset is paid for nobody. */
const LAST_PAGE = 5000

export const FACETS = ['kind', 'department', 'zone', 'country', 'sector', 'sdg', 'member'] as const
/** Across networks, which of them lists it is one more. */
export const NATIONAL_FACETS = [...FACETS, 'network'] as const
export type FacetKey = (typeof NATIONAL_FACETS)[number]

const among = (isKnown: (key: string) => boolean) =>
  z.array(z.string().refine(isKnown, 'unknown_value')).max(50).default([])

/** A search of listings. A facet's values are alternatives; facets narrow one another. */
export const filtersSchema = z.strictObject({
  q: z.string().trim().max(200, 'too_long').default(''),
  kind: among(isKind),
  department: among(isDepartment),
  zone: among(isZone),
  country: among(isCountry),
  sector: among(isSector),
  sdg: z.array(z.coerce.number().int().min(1, 'unknown_value').max(17, 'unknown_value')).max(17).default([]),
  member: z
    .enum(['true', 'false'], 'unknown_value')
    .transform((value) => value === 'true')
    .optional(),
  page: z.coerce.number().int('not_a_page').min(1, 'not_a_page').max(LAST_PAGE, 'not_a_page').default(1),
  per_page: z.coerce.number().int('not_a_size').min(1, 'not_a_size').max(100, 'not_a_size').default(PER_PAGE),
  sort: z.enum(['name', '-name', 'recent', 'relevance'], 'unknown_value').optional(),
})

/** The same across networks, which may be chosen by their addresses. */
export const nationalFiltersSchema = filtersSchema.extend({
  network: among((slug) => /^[a-z0-9-]{1,60}$/.test(slug)),
})

export type Filters = z.output<typeof filtersSchema> & { network?: string[] }

const REPEATED = new Set(['kind', 'department', 'zone', 'country', 'sector', 'sdg', 'network'])

/** Query string to plain object: a repeated parameter is a list, the others must come once. */
export function readQuery(query: URLSearchParams): Record<string, unknown> {
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
export function writeQuery(filters: Partial<Filters>): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(filters)) {
    if (Array.isArray(value)) for (const one of value) query.append(key, String(one))
    else if (value !== undefined && value !== '' && !isDefault(key, value)) query.set(key, String(value))
  }
  return query.toString()
}

function isDefault(key: string, value: unknown) {
  return (key === 'page' && value === 1) || (key === 'per_page' && value === PER_PAGE)
}
