import { type JournalSearch, journalSearch } from '#server/kernel/audit/journal.schema.ts'

const NAMES = {
  from: 'du',
  to: 'au',
  person: 'qui',
  action: 'action',
  object: 'fiche',
  type: 'type',
  after: 'apres',
} as const

export function readJournalSearch(query: { get: (name: string) => unknown }): JournalSearch {
  const given = Object.entries(NAMES).map(([key, name]) => [key, query.get(name) || undefined])
  return journalSearch.parse(Object.fromEntries(given))
}

/** The same search as an address, from another line on. */
export function journalQuery(search: JournalSearch, after: string | null): string {
  const query = new URLSearchParams()
  for (const [key, name] of Object.entries(NAMES)) {
    const value = key === 'after' ? after : search[key as keyof JournalSearch]
    if (value) query.set(name, value)
  }
  return `?${query}`
}
