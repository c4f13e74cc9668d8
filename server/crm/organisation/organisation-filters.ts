import { z } from 'zod'
import { isCountry } from '#packages/referentials/countries.ts'
import { departmentByCode } from '#packages/referentials/departments.ts'
import { isKind, isSubkind } from '#packages/referentials/kinds.ts'
import { isSdg } from '#packages/referentials/sdgs.ts'
import { isSector } from '#packages/referentials/sectors.ts'

/** A value asked of a field of the network's own: one of these, between these, filled or not. */
export const ownFilter = z.strictObject({
  values: z.array(z.string().max(200)).max(50).optional(),
  from: z.string().max(20).optional(),
  to: z.string().max(20).optional(),
  filled: z.boolean().optional(),
})
export type OwnFilter = z.output<typeof ownFilter>

export const OWN_KEY = /^[a-z][a-z0-9_]{0,59}$/

const several = (isKnown: (value: string) => boolean) =>
  z.array(z.string().refine(isKnown, 'unknown_choice')).max(100).optional()

/** What the list of records may be narrowed to; each narrows further, several values of one widen it. */
export const organisationFilters = z.strictObject({
  kind: z.array(z.string().refine(isKind, 'unknown_choice')).max(10).default([]),
  subkind: several(isSubkind),
  department: several((code) => departmentByCode(code) !== undefined),
  country: several(isCountry),
  sector: several(isSector),
  sdg: several((number) => isSdg(Number(number))),
  tag: z.array(z.uuid()).max(50).optional(),
  member: z.coerce.number().int().min(1950).max(2100).optional(),
  directory: z.enum(['published', 'private']).optional(),
  /** « À vérifier »: published, and nowhere or untouched for a year. */
  check: z.boolean().optional(),
  /** Its seat is in none of the network's départements. */
  outside: z.boolean().optional(),
  email: z.enum(['with', 'without']).optional(),
  /** Whom it is looked after by: an account, or nobody. */
  keeper: z.union([z.uuid(), z.literal('nobody')]).optional(),
  own: z.record(z.string().regex(OWN_KEY), ownFilter).optional(),
})
export type OrganisationFilters = z.output<typeof organisationFilters>

/** Filters whose values are a list, by their name in the address. */
const LISTS = {
  type: 'kind',
  sous: 'subkind',
  departement: 'department',
  pays: 'country',
  secteur: 'sector',
  odd: 'sdg',
  etiquette: 'tag',
} as const
const DIRECTORY = { publiee: 'published', privee: 'private' } as const
const EMAIL = { avec: 'with', sans: 'without' } as const
const OWN = /^champ\.([a-z][a-z0-9_]{0,59})(?:\.(de|a|rempli))?$/

/** What an address asks; what it cannot mean is left out, and the rest is still searched. */
export function readFilters(query: URLSearchParams): OrganisationFilters {
  const { shape } = organisationFilters
  const filters: OrganisationFilters = { kind: [] }
  for (const [name, key] of Object.entries(LISTS)) {
    const asked = [...new Set(query.getAll(name))]
    const one = shape[key]
    const known = asked.filter((value) => one.safeParse([value]).success)
    if (known.length > 0) filters[key] = known.slice(0, 50) as never
  }
  const said = <T>(name: string, words: Record<string, T>) => words[query.get(name) ?? '']
  const member = shape.member.safeParse(query.get('adherent') || undefined)
  const keeper = query.get('suivi')
  const own = readOwn(query)
  return {
    ...filters,
    ...defined({
      member: member.success ? member.data : undefined,
      directory: said('annuaire', DIRECTORY),
      check: query.get('verifier') === '1' || undefined,
      outside: query.get('hors') === '1' || undefined,
      email: said('courriel', EMAIL),
      keeper: keeper === 'personne' ? 'nobody' : shape.keeper.catch(undefined).parse(keeper ?? undefined),
      own: Object.keys(own).length > 0 ? own : undefined,
    }),
  }
}

function readOwn(query: URLSearchParams) {
  const own: Record<string, OwnFilter> = {}
  for (const [name, value] of query) {
    const [, key, part] = OWN.exec(name) ?? []
    if (!key || value === '' || value.length > 200) continue
    const filter = own[key] ?? {}
    own[key] = filter
    if (part === 'de') filter.from = value.slice(0, 20)
    else if (part === 'a') filter.to = value.slice(0, 20)
    else if (part === 'rempli') filter.filled = value === '1'
    else filter.values = [...(filter.values ?? []), value].slice(0, 50)
  }
  return own
}

/** The same filters as the address says them, in one order: two addresses that ask the same are equal. */
export function filtersAddress(filters: Partial<OrganisationFilters>): URLSearchParams {
  const query = new URLSearchParams()
  for (const [name, key] of Object.entries(LISTS))
    for (const value of filters[key] ?? []) query.append(name, value)
  const put = (name: string, value: string | undefined) => value !== undefined && query.append(name, value)
  const wordOf = (words: Record<string, string>, meant?: string) =>
    Object.keys(words).find((word) => words[word] === meant)
  put('adherent', filters.member?.toString())
  put('annuaire', wordOf(DIRECTORY, filters.directory))
  put('verifier', filters.check ? '1' : undefined)
  put('hors', filters.outside ? '1' : undefined)
  put('courriel', wordOf(EMAIL, filters.email))
  put('suivi', filters.keeper === 'nobody' ? 'personne' : filters.keeper)
  for (const [key, { values, from, to, filled }] of Object.entries(filters.own ?? {})) {
    for (const value of values ?? []) query.append(`champ.${key}`, value)
    put(`champ.${key}.de`, from)
    put(`champ.${key}.a`, to)
    put(`champ.${key}.rempli`, filled === undefined ? undefined : filled ? '1' : '0')
  }
  return query
}

const defined = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Partial<T>
