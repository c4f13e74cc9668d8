import { changesBetween } from '../organisation/changes.ts'
import type { Given, Reason } from './given.ts'
import { type KnownPosition, peopleChanges } from './known-people.ts'
import type { Matching } from './matching.schema.ts'
import { type Known, mergeGiven, WRITTEN } from './merge-given.ts'

export type Judged =
  | { verdict: 'create' | 'update'; values: Known; changes: ReturnType<typeof changesBetween> }
  | { verdict: 'same' }
  | { verdict: 'refused'; faults: Reason[] }

/** What a line does to the record it was recognised as, or to none. */
export function judgeLine(
  given: Given,
  known: Record<string, unknown> | null,
  there: KnownPosition[],
  { lists, kind }: Pick<Matching, 'lists' | 'kind'>,
): Judged {
  const whole = known || given.fields.kind ? given : withKind(given, kind)
  const merged = mergeGiven(known, whole, lists)
  if ('faults' in merged) return { verdict: 'refused', faults: merged.faults }
  const { values } = merged
  if (!known) return { verdict: 'create', values, changes: {} }
  const before = Object.fromEntries(WRITTEN.map((key) => [key, known[key]]))
  const changes = changesBetween(before, values)
  const people = peopleChanges(given.contacts, there)
  if (Object.keys(changes).length === 0 && people.length === 0) return { verdict: 'same' }
  return { verdict: 'update', values, changes }
}

function withKind(given: Given, chosen: string): Given {
  if (!chosen) return given
  const [kind, subkind] = chosen.split('/')
  return { ...given, fields: { ...given.fields, kind, subkind: subkind ?? null } }
}
