import type { Answers } from './answer.schema.ts'
import type { FormDefinition } from './form.schema.ts'
import { faultsOf, missing, type VisibleSection, visibleSections } from './form.ts'

const keysOf = ({ sections }: FormDefinition) =>
  new Set(sections.flatMap(({ fields }) => fields.map(({ key }) => key)))

/** The named fields and those that hang from them, by their own condition or their section's, however far. */
export function withHanging(definition: FormDefinition, named: readonly string[]): string[] {
  const reached = new Set(named)
  // A condition looks at earlier fields only: one pass sees them all.
  for (const { showIf: ofSection, fields } of definition.sections)
    for (const { key, showIf } of fields)
      if ([ofSection, showIf].some((one) => one && reached.has(one.field))) reached.add(key)
  return [...keysOf(definition)].filter((key) => reached.has(key))
}

/** Some fields of a form, under the conditions they have there. */
export function partOf(definition: FormDefinition, keys: readonly string[]): FormDefinition {
  const sections = definition.sections.flatMap((section) => {
    const fields = section.fields.filter(({ key }) => keys.includes(key))
    return fields.length > 0 ? [{ ...section, fields }] : []
  })
  return { sections }
}

/** The form that a part was taken of, and what its other answers are. */
export type Whole = { definition: FormDefinition; answers: Answers }

function answersWithin(part: ReadonlySet<string>, answers: Answers, whole: Whole): Answers {
  const others = Object.entries(whole.answers).filter(([key]) => !part.has(key))
  return { ...Object.fromEntries(others), ...answers }
}

/** What shows of a part is what shows of it in its form: the answers of the others count. */
export function visibleOfPart(part: FormDefinition, answers: Answers, whole: Whole): VisibleSection[] {
  const keys = keysOf(part)
  return visibleSections(whole.definition, answersWithin(keys, answers, whole)).flatMap((section) => {
    const fields = section.fields.filter(({ key }) => keys.has(key))
    return fields.length > 0 ? [{ ...section, fields }] : []
  })
}

/** What is awaited and what is wrong in a part: what does not show is neither. */
export function faultsOfPart(part: FormDefinition, answers: Answers, whole: Whole): Record<string, string> {
  const keys = keysOf(part)
  const all = answersWithin(keys, answers, whole)
  const faults = [
    ...missing(whole.definition, all).map((key) => [key, 'missing'] as const),
    ...Object.entries(faultsOf(whole.definition, all)),
  ]
  return Object.fromEntries(faults.filter(([key]) => keys.has(key)))
}
