import { changesBetween } from '../organisation/changes.ts'
import { organisationFields } from '../organisation/organisation.schema.ts'
import { seatOf } from '../organisation/place.server.ts'
import type { Given, Reason } from './given.ts'
import { type KnownPosition, type PersonChange, peopleChanges } from './known-people.ts'
import type { Matching } from './matching.schema.ts'
import { mergeGiven, type Written } from './merge-given.ts'
import { tagKey } from './tags-of-cell.ts'

export type Judged =
  | {
      verdict: 'create' | 'update'
      values: Written & { ownFields: Record<string, unknown> }
      changes: ReturnType<typeof changesBetween>
      people: PersonChange[]
      /** Names of tags the record does not wear yet. */
      tags: string[]
    }
  | { verdict: 'same' }
  | { verdict: 'refused'; faults: Reason[] }

const COMPARED = [
  ...Object.keys(organisationFields.shape).filter((key) => key !== 'point'),
  'verifiedAt',
  'ownFields',
]

/** What a line does to the record it was recognised as, or to none. */
export function judgeLine(
  given: Given,
  known: Record<string, unknown> | null,
  there: KnownPosition[],
  { lists, kind, names }: Pick<Matching, 'lists' | 'kind' | 'names'>,
  worn?: Set<string>,
): Judged {
  const whole = known ? withNameOf(given, names) : given.fields.kind ? given : withKind(given, kind)
  const merged = mergeGiven(known, whole, lists)
  if ('faults' in merged) return { verdict: 'refused', faults: merged.faults }
  const people = peopleChanges(given.contacts, there)
  const tags = (given.tags ?? []).filter((name) => !worn?.has(tagKey(name)))
  if (!known)
    return {
      verdict: 'create',
      values: { ...merged.values, ownFields: given.own ?? {} },
      changes: {},
      people,
      tags,
    }
  const before = Object.fromEntries(COMPARED.map((key) => [key, known[key]]))
  const { insee, postalCode, city } = seatOf(merged.values)
  const ownFields = { ...(known.ownFields as object), ...given.own }
  const after: Record<string, unknown> = { ...merged.values, ownFields, insee, postalCode, city }
  const changes = changesBetween(before, Object.fromEntries(COMPARED.map((key) => [key, after[key]])))
  if (Object.keys(changes).length === 0 && people.length === 0 && tags.length === 0)
    return { verdict: 'same' }
  return { verdict: 'update', values: { ...merged.values, ownFields }, changes, people, tags }
}

/** A record keeps the name it has, unless somebody chose those of the file. */
function withNameOf(given: Given, names: Matching['names']): Given {
  if (names === 'replace') return given
  const { name: _, ...fields } = given.fields
  return { ...given, fields }
}

function withKind(given: Given, chosen: string): Given {
  if (!chosen) return given
  const [kind, subkind] = chosen.split('/')
  return { ...given, fields: { ...given.fields, kind, subkind: subkind ?? null } }
}

/** Why a line is refused: what was left aside of a field at fault is that fault, said once with its value. */
export function reasonsOf(notes: Reason[], faults: Reason[]): Reason[] {
  const noted = (field: string | null) => notes.find((note) => field !== null && note.field === field)
  const told = faults.map((fault) => {
    const value = fault.value ?? noted(fault.field)?.value
    return value === undefined ? fault : { ...fault, value }
  })
  const others = notes.filter(({ field }) => field === null || !faults.some((one) => one.field === field))
  return [...others, ...told]
}
