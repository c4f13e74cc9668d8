import type { OwnValue } from '#db/schema/crm.ts'
import { isFor, type OwnField, readOwnValue } from './own-field.ts'

export type OwnValues = Record<string, OwnValue>

/**
 * The values a form gives to the fields an organisation of this kind has. Those it does not show, put
 * away or of another kind, stay as they were.
 */
export function readOwnValues(
  fields: OwnField[],
  kind: string,
  typed: (key: string) => string[],
): { values: Record<string, OwnValue | null>; faults: Record<string, string> } {
  const values: Record<string, OwnValue | null> = {}
  const faults: Record<string, string> = {}
  for (const field of fields.filter((one) => !one.archived && isFor(one, kind))) {
    const { value, fault } = readOwnValue(field, typed(field.key))
    if (fault) faults[field.key] = fault
    else values[field.key] = value
  }
  return { values, faults }
}

/** What was there, with what was given; a field emptied is a field no more. */
export function mergedOwnValues(before: OwnValues, given: Record<string, OwnValue | null>): OwnValues {
  const merged = Object.entries({ ...before, ...given }).filter(([, value]) => value !== null)
  return Object.fromEntries(merged) as OwnValues
}
