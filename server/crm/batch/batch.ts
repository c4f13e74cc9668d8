import type { OrganisationRow } from '../organisation/locked-organisation.server.ts'

/**
 * What a record was before a batch changed it: the columns the batch wrote, as they stood, and what it
 * hung on it or took off. Tags and tasks are put back by themselves: they do not change the record.
 */
export type Before = {
  fields?: Partial<Record<keyof OrganisationRow, unknown>>
  /** Tags the batch gave, and took away. */
  tagged?: string[]
  untagged?: string[]
  /** Tasks it gave, and what they said: they go unless somebody did or rewrote them. */
  tasks?: string[]
  task?: { title: string; dueOn: string | null; assigneeId: string | null }
  /** Who it said looks after the record, which raises no version when a person says so. */
  keeper?: string | null
}

export const OUTCOMES = ['restored', 'deleted', 'touched', 'attached', 'absent'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** A batch of more records is undone, as it was done, by a long work. */
export const MOST_AT_ONCE = 200
/** Records held by one transaction of a long work. */
export const PER_TRANSACTION = 100

/** Undoing is a few statements however many records it holds. */
export const UNDONE_TOGETHER = 1000

/** The values of these columns as they stand, to be kept in a batch. */
export function fieldsBefore(row: OrganisationRow, changed: object): Before['fields'] {
  const keys = [...Object.keys(changed), 'updatedAt'] as (keyof OrganisationRow)[]
  return Object.fromEntries(keys.filter(isRestorable).map((key) => [key, row[key]]))
}

const NEVER_KEPT = new Set<string>(['networkId', 'id', 'version', 'search', 'folded', 'createdAt'])
export const isRestorable = (key: string) => !NEVER_KEPT.has(key)
const INSTANTS = new Set<string>(['publishedAt', 'updatedAt', 'verifiedAt'])

/** Kept as JSON, an instant comes back as text. */
export function fieldsToRestore(fields: NonNullable<Before['fields']>): Partial<OrganisationRow> {
  const entries = Object.entries(fields).filter(([key]) => isRestorable(key))
  return Object.fromEntries(
    entries.map(([key, value]) => [key, INSTANTS.has(key) && value ? new Date(String(value)) : value]),
  )
}
