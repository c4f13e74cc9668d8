import type { Locale } from '#server/kernel/context.ts'
import type { OwnField, OwnValue } from '../own-field/own-field.ts'
import { ownColumn } from './columns.ts'

export const YES_NO = { fr: ['oui', 'non'], en: ['yes', 'no'] } as const

/** The fields the network added, as a list tells them: choices by their words, which the import recognises. */
export function ownCells(
  fields: OwnField[],
  values: Record<string, OwnValue>,
  locale: Locale,
): Record<string, string> {
  const cells = fields.flatMap((field) => {
    const value = values[field.key]
    return value === undefined || value === null ? [] : [[ownColumn(field.key), told(field, value, locale)]]
  })
  return Object.fromEntries(cells)
}

function told({ choices }: OwnField, value: OwnValue, locale: Locale): string {
  if (typeof value === 'boolean') return YES_NO[locale][value ? 0 : 1]
  if (typeof value === 'number') return locale === 'fr' ? String(value).replace('.', ',') : String(value)
  const words = (key: string) => choices.find((choice) => choice.key === key)?.label ?? key
  return Array.isArray(value) ? value.map(words).join(' | ') : words(value)
}
