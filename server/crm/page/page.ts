/** What an organisation says of itself on its page, and may propose to change. */
export const PAGE_FIELDS = [
  'name',
  'acronym',
  'description',
  'website',
  'email',
  'phone',
  'address',
  'seatPrivate',
  'commune',
  'countries',
  'sectors',
  'sdgs',
] as const
export type PageField = (typeof PAGE_FIELDS)[number]

export type PageValues = {
  name: string
  acronym: string | null
  description: string
  website: string | null
  email: string | null
  phone: string | null
  address: string | null
  seatPrivate: boolean
  commune: { insee: string; postalCode: string | null } | null
  countries: string[]
  sectors: string[]
  sdgs: number[]
}
export type PageChanges = Partial<PageValues>

type Row = Omit<PageValues, 'commune'> & { insee: string | null; postalCode: string | null }

export function pageOf(row: Row): PageValues {
  const { name, acronym, description, website, email, phone, address, seatPrivate } = row
  const { insee, postalCode, countries, sectors, sdgs } = row
  const commune = insee ? { insee, postalCode } : null
  return {
    name,
    acronym,
    description,
    website,
    email,
    phone,
    address,
    seatPrivate,
    commune,
    countries,
    sectors,
    sdgs,
  }
}

/** Lists have no order that means anything. */
const told = (value: unknown) =>
  JSON.stringify(Array.isArray(value) ? value.toSorted() : isCommune(value) ? value.insee : (value ?? null))

const isCommune = (value: unknown): value is { insee: string } =>
  typeof value === 'object' && value !== null && 'insee' in value

export const same = (one: unknown, other: unknown) => told(one) === told(other)

/** The fields of `after` that differ from `before`. */
export function changesOf(before: PageValues, after: PageValues): PageChanges {
  return Object.fromEntries(
    PAGE_FIELDS.filter((field) => !same(before[field], after[field])).map((field) => [field, after[field]]),
  )
}

export const fieldsOf = (changes: PageChanges): PageField[] => PAGE_FIELDS.filter((field) => field in changes)

/** Of the base, only what the changes touch. */
export const baseOf = (page: PageValues, changes: PageChanges): PageChanges =>
  Object.fromEntries(fieldsOf(changes).map((field) => [field, page[field]]))

/**
 * What a proposal does to a page that changed meanwhile, field by field: `new` is to be taken, `done` is
 * already so, `conflict` was changed otherwise by somebody else, and only then is there a choice.
 */
export type FieldState = 'new' | 'done' | 'conflict'

export function stateOf(
  field: PageField,
  base: PageChanges,
  proposed: PageChanges,
  now: PageValues,
): FieldState {
  if (same(proposed[field], now[field])) return 'done'
  return same(base[field], now[field]) ? 'new' : 'conflict'
}
