import type { OwnField, OwnValue } from '#server/crm/own-field/own-field.ts'
import type { Locale } from '../../i18n.ts'
import { ownValueText } from './own-value-text.server.ts'

/** What a record says in the network's own fields; those put away are told last, for their values stay. */
export const ownFacts = (values: Record<string, OwnValue>, fields: OwnField[], locale: Locale) =>
  fields.flatMap((field) => {
    const value = values[field.key]
    return value === undefined ? [] : [{ label: field.label, value: ownValueText(field, value, locale) }]
  })
