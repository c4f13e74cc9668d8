import type { FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import type { Locale } from '../../i18n.ts'

type Fault = { path: (string | number)[]; message: string }
export type ToldFault = { key: string; what: 'champ' | 'rubrique'; label: string; message: string }

/** Where each fault of a draft is, so that the page leads there. */
export function formFaults({ sections }: FormDefinition, faults: Fault[], locale: Locale): ToldFault[] {
  return faults.flatMap(({ path, message }): ToldFault[] => {
    const [, at, part, index] = path
    const section = typeof at === 'number' ? sections[at] : undefined
    if (!section) return [{ key: '', what: 'rubrique', label: '', message }]
    const field = part === 'fields' && typeof index === 'number' ? section.fields[index] : undefined
    return field
      ? [{ key: field.key, what: 'champ', label: field.label[locale], message }]
      : [{ key: section.key, what: 'rubrique', label: section.title[locale], message }]
  })
}
