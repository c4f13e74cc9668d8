import type { OwnDossierPage } from '#server/dispositifs/fill/get-own-dossier.server.ts'
import type { FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import { partOf } from '#server/dispositifs/form/part-of-form.ts'
import type { Context } from '#server/kernel/context.ts'
import { readForm } from '../form/form-view.server.ts'
import { typedForm } from '../form/typed-form.ts'

/** Of a correction, the questions that are named and those that hang from them, under their own conditions. */
export function askedOf({ form, open, row }: OwnDossierPage): FormDefinition {
  if (row.state !== 'to_correct') return form
  return partOf(form, open)
}

/** What was sent of it, judged within the whole form: what others answered decides what shows. */
export const readAsked = (ctx: Context, found: OwnDossierPage, form: FormData) =>
  readForm(ctx, askedOf(found), form, found.row.answers, {
    definition: found.form,
    answers: found.row.answers,
  })

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
