import type { OwnDossierPage } from '#server/dispositifs/fill/get-own-dossier.server.ts'
import type { FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import { typedForm } from '../form/typed-form.ts'

/** Of a correction, the questions that are named and no other: they show whatever they depended on. */
export function askedOf({ form, open, row }: OwnDossierPage): FormDefinition {
  if (row.state !== 'to_correct') return form
  const sections = form.sections.flatMap(({ showIf: _, ...section }) => {
    const fields = section.fields
      .filter(({ key }) => open.includes(key))
      .map(({ showIf: __, ...field }) => field)
    return fields.length > 0 ? [{ ...section, fields }] : []
  })
  return { sections }
}

/** What the page knew of each answer when it was opened; an address made by hand says nothing. */
export function sentBases(form: FormData): Record<string, string> {
  try {
    const read: unknown = JSON.parse(String(form.get('bases') ?? '{}'))
    if (typeof read !== 'object' || read === null) return {}
    return Object.fromEntries(
      Object.entries(read).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    )
  } catch {
    return {}
  }
}

/** « choix.titre=mine »: which of two versions stands. */
export function sentChoices(form: FormData): Record<string, 'mine' | 'theirs'> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      name.startsWith('choix.') && (value === 'mine' || value === 'theirs')
        ? [[name.slice('choix.'.length), value] as const]
        : [],
    ),
  )
}

/** Whether the form that was sent holds the form at all: a small button of the page may come alone. */
export const holdsForm = (form: FormData): boolean => typedForm(form).entries().length > 0
