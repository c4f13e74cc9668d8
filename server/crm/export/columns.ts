/** What a list may tell. `personal`: it leads to a person, and leaves with a reason alone. */
export type ListColumn = { key: string; personal: boolean }

const open = (...keys: string[]): ListColumn[] => keys.map((key) => ({ key, personal: false }))
const personal = (...keys: string[]): ListColumn[] => keys.map((key) => ({ key, personal: true }))

export const LIST_SUBJECTS = ['organisations', 'people'] as const
export type ListSubject = (typeof LIST_SUBJECTS)[number]

export const LIST_COLUMNS: Record<ListSubject, ListColumn[]> = {
  organisations: [
    ...open(
      'name',
      'acronym',
      'kind',
      'siren',
      'siret',
      'rna',
      'address',
      'postalCode',
      'city',
      'department',
    ),
    ...open('seatCountry', 'website', 'email', 'phone', 'countries', 'sectors', 'sdgs', 'description'),
    ...open('aliases', 'formerNames', 'published', 'verifiedOn', 'updatedOn'),
    ...personal('people', 'peopleEmails'),
  ],
  people: [
    ...personal('familyName', 'givenName', 'function', 'email', 'phone'),
    ...open('organisation', 'kind', 'postalCode', 'city', 'department'),
  ],
}

/** Of a first list, before anybody chose. */
export const USUAL_COLUMNS: Record<ListSubject, string[]> = {
  organisations: ['name', 'acronym', 'kind', 'siren', 'siret', 'rna', 'address', 'postalCode', 'city', 'department', 'countries', 'website', 'published'],
  people: ['familyName', 'givenName', 'function', 'organisation', 'city'],
} // biome-ignore format: one line each

/** A field the network added to its organisations. */
const OWN = /^own\.[a-z0-9_-]+$/i
export const ownColumn = (key: string) => `own.${key}`

export const isColumn = (subject: ListSubject, key: string) =>
  LIST_COLUMNS[subject].some((column) => column.key === key) || (subject === 'organisations' && OWN.test(key))

export const isPersonal = (subject: ListSubject, keys: string[]) =>
  LIST_COLUMNS[subject].some((column) => column.personal && keys.includes(column.key))
