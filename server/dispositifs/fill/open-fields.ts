import type { FormDefinition } from '../form/form.schema.ts'
import type { DossierState } from '../lifecycle/lifecycle.ts'

type Dossier = { state: string; origin: 'here' | 'import' | 'behalf' }

/** What the holder may write now: all of a draft, what a correction names, and what others entered for them. */
export function openFields(
  definition: FormDefinition,
  { state, origin }: Dossier,
  correction: { fields: string[] } | null,
): string[] {
  const all = definition.sections.flatMap(({ fields }) => fields.map(({ key }) => key))
  if ((state as DossierState) === 'draft') return all
  if (state === 'to_correct') return correction ? all.filter((key) => correction.fields.includes(key)) : all
  return state === 'submitted' && origin !== 'here' ? all : []
}
