import type { FormDefinition } from '../form/form.schema.ts'
import type { Grid } from '../grid/grid.schema.ts'
import type { Contents } from '../revision/contents.ts'
import type { RevisionKind } from '../revision/current-revision.server.ts'
import type { Rule } from '../rule/rule.schema.ts'
import { headingsOf, placedFields } from './merge-form.ts'
import type { Keyed } from './merge-keyed.ts'
import { same } from './same.ts'

/** What comes from the template, by key: read, and changed only by who departs from it. */
export type Locked = { sections: string[]; fields: string[]; rules: string[]; grid: boolean }

export const lockedOf = (base: Contents): Locked => ({
  sections: base.form.sections.map(({ key }) => key),
  fields: placedFields(base.form).map(({ key }) => key),
  rules: base.rules.map(({ key }) => key),
  grid: true,
})

/** Keys of the template that are no longer as it has them, or that changed places among themselves. */
export function changedOf(base: Keyed[], now: Keyed[]): string[] {
  const has = new Map(now.map((one) => [one.key, one]))
  const changed = base.filter((one) => !same(one, has.get(one.key))).map(({ key }) => key)
  if (changed.length > 0) return changed
  const known = new Set(base.map(({ key }) => key))
  const order = now.filter(({ key }) => known.has(key)).map(({ key }) => key)
  return order.filter((key, at) => key !== base[at]?.key)
}

const CHANGED: { [Kind in RevisionKind]: (base: Contents[Kind], now: Contents[Kind]) => string[] } = {
  form: (base: FormDefinition, now: FormDefinition) => [
    ...changedOf(headingsOf(base), headingsOf(now)),
    ...changedOf(placedFields(base), placedFields(now)),
  ],
  rules: (base: Rule[], now: Rule[]) => changedOf(base, now),
  // A criterion more changes what every other one counts for.
  grid: (base: Grid, now: Grid) => (same(base, now) ? [] : ['grid']),
}

export const departuresIn = <Kind extends RevisionKind>(
  kind: Kind,
  base: Contents[Kind],
  now: Contents[Kind],
): string[] => CHANGED[kind](base, now)
