import type { FormerName, OwnValue } from '#db/schema/crm.ts'
import type { OrganisationRow } from '../organisation/locked-organisation.server.ts'

/** A field as it is chosen between two records: one value or the other, or both where they can stand together. */
/** What the database makes of the others. */
type Made = 'search' | 'folded'
type Column = keyof Omit<OrganisationRow, Made>
type Field = { key: string; columns: Column[]; both?: 'list' | 'text' }

export const FIELDS = [
  { key: 'name', columns: ['name'] },
  { key: 'acronym', columns: ['acronym'] },
  { key: 'aliases', columns: ['aliases'], both: 'list' },
  { key: 'formerNames', columns: ['formerNames'], both: 'list' },
  { key: 'type', columns: ['kind', 'subkind'] },
  { key: 'siren', columns: ['siren'] },
  { key: 'siret', columns: ['siret'] },
  { key: 'rna', columns: ['rna'] },
  {
    key: 'place',
    columns: ['seatCountry', 'insee', 'postalCode', 'city', 'department', 'lat', 'lon'],
  },
  { key: 'address', columns: ['address'] },
  { key: 'seatPrivate', columns: ['seatPrivate'] },
  { key: 'email', columns: ['email'] },
  { key: 'phone', columns: ['phone'] },
  { key: 'website', columns: ['website'] },
  { key: 'description', columns: ['description'], both: 'text' },
  { key: 'countries', columns: ['countries'], both: 'list' },
  { key: 'sectors', columns: ['sectors'], both: 'list' },
  { key: 'sdgs', columns: ['sdgs'], both: 'list' },
  { key: 'parent', columns: ['parentId'] },
  { key: 'published', columns: ['publishedAt', 'hiddenByKeeper'] },
  { key: 'aggregated', columns: ['aggregated'] },
  { key: 'shownToNetworks', columns: ['shownToNetworks'] },
  { key: 'contactable', columns: ['contactable'] },
  { key: 'emailShown', columns: ['emailShown'] },
  { key: 'verifiedAt', columns: ['verifiedAt'] },
  { key: 'lookedAfterBy', columns: ['lookedAfterBy'] },
  { key: 'ownFields', columns: ['ownFields'], both: 'list' },
] as const satisfies Field[]
export type FieldKey = (typeof FIELDS)[number]['key']

/** Of the record and not of what it says: the kept one's stand, the merge writes the rest. */
const OWN = ['networkId', 'id', 'slug', 'version', 'createdAt', 'updatedAt'] as const

const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
export const MERGED_COLUMNS = [...OWN, ...FIELDS.flatMap(({ columns }) => columns as readonly string[])].map(
  snake,
)

export type Side = 'left' | 'right'
export type Choice = Side | 'both'
export type Choices = Partial<Record<FieldKey, Choice>>
/** What becomes of the name that is not chosen. */
export const OTHER_NAMES = ['alias', 'former', 'none'] as const
export type OtherName = (typeof OTHER_NAMES)[number]

type Two = Record<Side, OrganisationRow>
const across = (side: Side): Side => (side === 'left' ? 'right' : 'left')
const isEmpty = (value: unknown) =>
  value === null ||
  value === '' ||
  (Array.isArray(value) ? value.length === 0 : !(value instanceof Date) && JSON.stringify(value) === '{}')
const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

const valuesOf = (row: OrganisationRow, field: Field) => field.columns.map((column) => row[column])

/** What the public sees of a record, and whose doing it is; two that are shown are shown alike. */
export function publicationOf({ publishedAt, hiddenByKeeper, slug }: OrganisationRow) {
  if (publishedAt) return 'shown'
  if (hiddenByKeeper) return 'hidden'
  return slug === null ? 'never' : 'withdrawn'
}

/** Whether there is anything to choose. */
export const differs = (two: Two, field: Field) =>
  field.key === 'published'
    ? publicationOf(two.left) !== publicationOf(two.right)
    : !same(valuesOf(two.left, field), valuesOf(two.right, field))

/** Refused once by whom it is about is refused: the more careful of two answers is proposed. */
const CAREFUL: Partial<Record<FieldKey, boolean>> = {
  seatPrivate: true,
  aggregated: false,
  shownToNetworks: false,
  contactable: false,
  emailShown: false,
}

/** What is proposed: both of what can be both, else the kept record's, else what the other alone says. */
export function proposed(two: Two, kept: Side): Record<FieldKey, Choice> {
  const choice = (field: Field): Choice => {
    if (field.both === 'list') return 'both'
    const careful = CAREFUL[field.key as FieldKey]
    if (careful !== undefined) return two[kept][field.columns[0]!] === careful ? kept : across(kept)
    if (field.key === 'published') return publicationSide(two, kept)
    if (field.key === 'verifiedAt') return laterOf(two) ?? kept
    return field.columns.every((column) => isEmpty(two[kept][column]) || column === 'seatCountry')
      ? across(kept)
      : kept
  }
  return Object.fromEntries(FIELDS.map((field) => [field.key, choice(field)])) as Record<FieldKey, Choice>
}

/** Hidden by its own people it stays hidden; else as the kept one is, unless it never was public. */
function publicationSide(two: Two, kept: Side): Side {
  const [mine, other] = [publicationOf(two[kept]), publicationOf(two[across(kept)])]
  if (mine === 'hidden') return kept
  return other === 'hidden' || (mine === 'never' && other === 'shown') ? across(kept) : kept
}

function laterOf({ left, right }: Two): Side | null {
  if (!left.verifiedAt || !right.verifiedAt)
    return left.verifiedAt ? 'left' : right.verifiedAt ? 'right' : null
  return left.verifiedAt >= right.verifiedAt ? 'left' : 'right'
}

/** What the kept record will say. */
export function mergedValues(two: Two, kept: Side, choices: Choices, otherName: OtherName) {
  const usual = proposed(two, kept)
  const chosen = (key: FieldKey) => choices[key] ?? usual[key]
  const values: Record<string, unknown> = {}
  for (const field of FIELDS as readonly Field[]) {
    const choice = chosen(field.key as FieldKey)
    const side = choice === 'both' || !differs(two, field) ? kept : choice
    for (const column of field.columns)
      values[column] =
        choice === 'both' && field.both ? together(two, kept, column, field.both) : two[side][column]
  }
  const merged = values as Omit<OrganisationRow, (typeof OWN)[number] | Made>
  return withOtherName(merged, two, chosen('name') === 'both' ? kept : (chosen('name') as Side), otherName)
}

function together(two: Two, kept: Side, column: Column, how: 'list' | 'text'): unknown {
  const [first, second] = [two[kept][column], two[across(kept)][column]]
  if (how === 'text') return same(first, second) ? first : [first, second].filter(Boolean).join('\n\n')
  if (column === 'ownFields')
    return { ...(second as Record<string, OwnValue>), ...(first as Record<string, OwnValue>) }
  const all = [...(first as unknown[]), ...(second as unknown[])]
  const once = all.filter((one, at) => all.findIndex((other) => same(one, other)) === at)
  return column === 'sdgs' ? (once as number[]).sort((a, b) => a - b) : once
}

const MOST_ALIASES = 20

/** Whoever looks for the record under its other name still finds it. */
function withOtherName<
  Values extends { name: string; acronym: string | null; aliases: string[]; formerNames: FormerName[] },
>(values: Values, two: Two, nameSide: Side, otherName: OtherName): Values {
  const other = two[across(nameSide)]
  const known = new Set([values.name, ...values.aliases, ...values.formerNames.map(({ name }) => name)])
  const lost = [other.name, other.acronym, two[nameSide].acronym].filter(
    (name): name is string => name !== null && name !== values.acronym && !known.has(name),
  )
  const unknown = [...new Set(lost)]
  const former = otherName === 'former' && unknown.includes(other.name)
  const aliases = unknown.filter((name) => !(name === other.name && otherName !== 'alias'))
  return {
    ...values,
    aliases: [...values.aliases.filter((alias) => alias !== values.name), ...aliases].slice(0, MOST_ALIASES),
    formerNames: former
      ? [...values.formerNames, { name: other.name, from: null, until: null }]
      : values.formerNames,
  }
}
