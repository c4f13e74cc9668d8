import type { FormDefinition } from '../form/form.schema.ts'
import { withHanging } from '../form/part-of-form.ts'
import type { DossierState } from '../lifecycle/lifecycle.ts'

type Dossier = { state: string; origin: 'here' | 'import' | 'behalf' }

/**
 * What the holder may write now: all of a draft, what a correction names with what hangs from it, and what others
 * entered for them.
 */
export function openFields(
  definition: FormDefinition,
  { state, origin }: Dossier,
  correction: { fields: string[] } | null,
): string[] {
  const all = definition.sections.flatMap(({ fields }) => fields.map(({ key }) => key))
  if ((state as DossierState) === 'draft') return all
  if (state === 'to_correct') return correction ? withHanging(definition, correction.fields) : all
  return state === 'submitted' && origin !== 'here' ? all : []
}
