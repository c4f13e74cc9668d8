import type { FormDefinition, Section } from '../form/form.schema.ts'
import { visibleSections } from '../form/form.ts'

/** Types whose answer is somebody's name or address, whatever the form says of them; files are named after people. */
const NAMES = ['email', 'phone', 'organisation', 'file']

/** What the whole form shows, its conditions met: one may look at a field that is about to be left out. */
const shown = (form: FormDefinition, answers: Record<string, unknown>): Section[] =>
  visibleSections(form, answers).map(({ showIf: _, ...section }) => ({
    ...section,
    fields: section.fields.map(({ showIf: __, ...field }) => field),
  }))

/** A form and its answers without what says whose they are: left out, and not only out of sight. */
export function withoutNames(form: FormDefinition, answers: Record<string, unknown>) {
  const hidden = new Set(
    form.sections.flatMap(({ fields }) =>
      fields.filter(({ identifies, type }) => identifies || NAMES.includes(type)).map(({ key }) => key),
    ),
  )
  return {
    form: {
      sections: shown(form, answers)
        .map((section) => ({ ...section, fields: section.fields.filter(({ key }) => !hidden.has(key)) }))
        .filter(({ fields }) => fields.length > 0),
    },
    answers: Object.fromEntries(Object.entries(answers).filter(([key]) => !hidden.has(key))),
  }
}

/** Only these sections, and of the answers only theirs. */
export function onlySections(form: FormDefinition, answers: Record<string, unknown>, sections: string[]) {
  const kept = shown(form, answers).filter(({ key }) => sections.includes(key))
  const keys = new Set(kept.flatMap(({ fields }) => fields.map(({ key }) => key)))
  return {
    form: { sections: kept },
    answers: Object.fromEntries(Object.entries(answers).filter(([key]) => keys.has(key))),
  }
}
