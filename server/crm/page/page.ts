import type { OwnValue } from '#db/schema/crm.ts'
import type { OwnField } from '../own-field/own-field.ts'

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
/** A field of the network's own that it shows on public pages. */
export type OwnPageField = `own.${string}`
export type PageField = (typeof PAGE_FIELDS)[number] | OwnPageField
export const ownPageField = ({ key }: Pick<OwnField, 'key'>): OwnPageField => `own.${key}`
export const isOwnField = (field: string): field is OwnPageField => field.startsWith('own.')

type PageSaid = {
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
export type PageValues = PageSaid & { [field: OwnPageField]: OwnValue | null }
export type PageChanges = Partial<PageSaid> & { [field: OwnPageField]: OwnValue | null }

type Row = Omit<PageSaid, 'commune'> & {
  insee: string | null
  postalCode: string | null
  ownFields: Record<string, OwnValue>
}

export function pageOf(row: Row, shown: Pick<OwnField, 'key'>[]): PageValues {
  const { name, acronym, description, website, email, phone, address, seatPrivate } = row
  const { insee, postalCode, countries, sectors, sdgs } = row
  const commune = insee ? { insee, postalCode } : null
  const own = shown.map((field) => [ownPageField(field), row.ownFields[field.key] ?? null])
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
    ...(Object.fromEntries(own) as Record<OwnPageField, OwnValue | null>),
  }
}

/** Lists have no order that means anything. */
const told = (value: unknown) =>
  JSON.stringify(Array.isArray(value) ? value.toSorted() : isCommune(value) ? value.insee : (value ?? null))

const isCommune = (value: unknown): value is { insee: string } =>
  typeof value === 'object' && value !== null && 'insee' in value

export const same = (one: unknown, other: unknown) => told(one) === told(other)

/** The fields a page has, the network's own among them. */
export const everyField = (page: PageValues): PageField[] => [
  ...PAGE_FIELDS,
  ...Object.keys(page).filter(isOwnField).sort(),
]

/** The fields of `after` that differ from `before`; one of the network's own that it does not tell stays. */
export function changesOf(before: PageValues, after: PageValues): PageChanges {
  return Object.fromEntries(
    everyField(before)
      .filter((field) => !isOwnField(field) || field in after)
      .filter((field) => !same(before[field], after[field]))
      .map((field) => [field, after[field] ?? null]),
  ) as PageChanges
}

export const fieldsOf = (changes: PageChanges): PageField[] => [
  ...PAGE_FIELDS.filter((field) => field in changes),
  ...Object.keys(changes).filter(isOwnField).sort(),
]

/** Of what was proposed, what the page still has: a field the network shows no more is its own again. */
export const stillAsked = (changes: PageChanges, page: PageValues): PageChanges =>
  Object.fromEntries(
    fieldsOf(changes)
      .filter((field) => !isOwnField(field) || field in page)
      .map((field) => [field, changes[field]]),
  ) as PageChanges

/** What is proposed of the network's own fields, by their keys. */
export const ownIn = (changes: PageChanges): Record<string, OwnValue | null> =>
  Object.fromEntries(
    Object.entries(changes).flatMap(([field, value]) =>
      isOwnField(field) ? [[field.slice('own.'.length), value as OwnValue | null]] : [],
    ),
  )

/** Of the base, only what the changes touch. */
export const baseOf = (page: PageValues, changes: PageChanges): PageChanges =>
  Object.fromEntries(fieldsOf(changes).map((field) => [field, page[field]])) as PageChanges

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
