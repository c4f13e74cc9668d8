import { KINDS, kindLabel } from '#packages/referentials/kinds.ts'
import type { OwnField, OwnValue } from '#server/crm/own-field/own-field.ts'
import { typedOwnValue } from '#server/crm/own-field/own-field.ts'
import type { Locale } from '../../i18n.ts'

/** What a record's form needs to show the network's own fields. */
export const ownFormChoices = (fields: OwnField[], locale: Locale) => ({
  fields: fields.filter(({ archived }) => !archived),
  kindLabels: Object.fromEntries(KINDS.map(({ key }) => [key, kindLabel(key, locale)])),
})

/** What was typed in them, as it was typed. */
export const typedOwn = (fields: OwnField[], form: FormData): Record<string, string[]> =>
  Object.fromEntries(fields.map(({ key }) => [key, form.getAll(`champ.${key}`).map(String)]))

export const typedOwnOf = (fields: OwnField[], values: Record<string, OwnValue>) =>
  Object.fromEntries(fields.map(({ key }) => [key, typedOwnValue(values[key])]))
