import type { ProjectInput } from '../project/project.schema.ts'

/** What a member says of a project; who holds it with them, and who reads it, stay the team's to write. */
export const MEMBER_FIELDS = [
  'title',
  'summary',
  'status',
  'startedOn',
  'endedOn',
  'partnersThere',
  'countries',
  'countryOnly',
  'place',
  'lat',
  'lon',
  'sectors',
  'sdgs',
  'body',
  'results',
  'budgetCents',
  'budgetBand',
  'funding',
] as const satisfies (keyof ProjectInput)[]
export type MemberField = (typeof MEMBER_FIELDS)[number]
export type ProjectChanges = Partial<Pick<ProjectInput, MemberField>>

/** The database keeps the keys of an object in an order of its own. */
const inOrder = (value: unknown) =>
  JSON.stringify(value ?? null, (_, one) =>
    one && typeof one === 'object' && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
const same = (one: unknown, other: unknown) => inOrder(one) === inOrder(other)

export const changedFields = (changes: ProjectChanges) => MEMBER_FIELDS.filter((field) => field in changes)

/** The fields of `after` that differ from `before`; without a project yet, all of them. */
export function projectChanges(before: ProjectInput | null, after: ProjectInput): ProjectChanges {
  const changed = MEMBER_FIELDS.filter((field) => !before || !same(before[field], after[field]))
  return Object.fromEntries(changed.map((field) => [field, after[field]]))
}

/** Of the project, only what the changes touch. */
export const projectBase = (now: ProjectInput | null, changes: ProjectChanges): ProjectChanges =>
  now ? Object.fromEntries(changedFields(changes).map((field) => [field, now[field]])) : {}

/** `new` is to be taken, `done` is already so, `conflict` was changed otherwise by somebody else meanwhile. */
export type ProjectFieldState = 'new' | 'done' | 'conflict'

export function projectFieldState(
  field: MemberField,
  { base, proposed, now }: { base: ProjectChanges; proposed: ProjectChanges; now: ProjectInput | null },
): ProjectFieldState {
  if (!now) return 'new'
  if (same(proposed[field], now[field])) return 'done'
  return same(base[field], now[field]) ? 'new' : 'conflict'
}
