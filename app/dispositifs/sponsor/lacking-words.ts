import type { FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import type { Locale } from '../../i18n.ts'

/** The fields that wait for an answer, as the form's author named them. */
export const lackingWords = (form: FormDefinition, keys: readonly string[], locale: Locale): string[] =>
  form.sections
    .flatMap(({ fields }) => fields)
    .flatMap(({ key, label }) => (keys.includes(key) ? [label[locale]] : []))
