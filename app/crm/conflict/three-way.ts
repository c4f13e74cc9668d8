/** A form's values by name: what a record was when it was opened, what it is now, what was typed. */
export type Values = Record<string, unknown>

/** Fields that only make sense together are merged together, under the first one's name. */
export type Group = { name: string; keys: string[] }

export type Merge = {
  values: Values
  /** Changed by the other alone, by me alone, by both to the same thing or to two. */
  theirs: string[]
  mine: string[]
  both: string[]
}

const same = (one: unknown, other: unknown) => JSON.stringify(one ?? '') === JSON.stringify(other ?? '')
const part = (values: Values, { keys }: Group) => keys.map((key) => values[key])

/** Two people's changes of one record brought together: nothing of either is lost, and where both changed the same field the typed value stands until one chooses. */
export function threeWay(groups: Group[], base: Values, current: Values, typed: Values): Merge {
  const merge: Merge = { values: { ...typed }, theirs: [], mine: [], both: [] }
  for (const group of groups) {
    const [was, is, said] = [base, current, typed].map((values) => part(values, group))
    const byThem = !same(was, is)
    const byMe = !same(was, said)
    if (byMe && byThem && !same(is, said)) merge.both.push(group.name)
    else if (byMe && !byThem) merge.mine.push(group.name)
    else if (byThem && !byMe) {
      merge.theirs.push(group.name)
      for (const key of group.keys) merge.values[key] = current[key]
    }
  }
  return merge
}
