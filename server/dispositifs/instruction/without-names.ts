import type { FormDefinition } from '../form/form.schema.ts'

/** Types whose answer is somebody's name or address, whatever the form says of them. */
const NAMES = ['email', 'phone', 'organisation']

/** A form and its answers without what says whose they are: left out, and not only out of sight. */
export function withoutNames(form: FormDefinition, answers: Record<string, unknown>) {
  const hidden = new Set(
    form.sections.flatMap(({ fields }) =>
      fields.filter(({ identifies, type }) => identifies || NAMES.includes(type)).map(({ key }) => key),
    ),
  )
  return {
    form: {
      sections: form.sections
        .map((section) => ({ ...section, fields: section.fields.filter(({ key }) => !hidden.has(key)) }))
        .filter(({ fields }) => fields.length > 0),
    },
    answers: Object.fromEntries(Object.entries(answers).filter(([key]) => !hidden.has(key))),
  }
}

/** Only these sections, and of the answers only theirs. */
export function onlySections(form: FormDefinition, answers: Record<string, unknown>, sections: string[]) {
  const kept = form.sections.filter(({ key }) => sections.includes(key))
  const keys = new Set(kept.flatMap(({ fields }) => fields.map(({ key }) => key)))
  return {
    form: { sections: kept },
    answers: Object.fromEntries(Object.entries(answers).filter(([key]) => keys.has(key))),
  }
}
