/** What a public register proposes for the fields of the form, as one would type it; empty: it does not say. */
export const PROPOSED = [
  'name',
  'acronym',
  'siren',
  'siret',
  'rna',
  'type',
  'address',
  'commune',
  'point',
] as const
export type ProposedField = (typeof PROPOSED)[number]
export type Proposal = {
  /** In one line, to choose it by. */
  title: string
  about: string
  fields: Partial<Record<ProposedField, string>>
}

type Typed = Record<ProposedField, string>
export type Filled<Values> = {
  values: Values
  filled: ProposedField[]
  /** Typed otherwise: left as they are, and said. */
  kept: { field: ProposedField; proposed: string }[]
}

const alike = (one: string, other: string) =>
  one.replace(/\s+/g, '').toLowerCase() === other.replace(/\s+/g, '').toLowerCase()

/** Fills what is empty. What was typed stays unless `instead` is asked, which a person does knowingly. */
export function fill<Values extends Typed>(
  typed: Values,
  fields: Proposal['fields'],
  instead: boolean,
): Filled<Values> {
  const values = { ...typed }
  const filled: ProposedField[] = []
  const kept: Filled<Values>['kept'] = []
  for (const field of PROPOSED) {
    const proposed = fields[field]
    if (!proposed || alike(proposed, typed[field])) continue
    // A point belongs to its address: it is nobody's choice.
    if (field === 'point' || instead || typed[field].trim() === '') {
      Object.assign(values, { [field]: proposed })
      if (field !== 'point') filled.push(field)
    } else kept.push({ field, proposed })
  }
  return { values, filled, kept }
}
