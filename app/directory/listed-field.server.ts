import { days } from '#packages/referentials/dates.ts'
import type { ListedField } from '#server/directory/organisation/get-listing.server.ts'
import { i18nFor } from '../i18n.server.ts'
import type { Locale } from '../i18n.ts'

/** A field of the network's own as the public reads it; its choices are already their labels. */
export function listedText({ type, value }: ListedField, locale: Locale): string {
  const { t } = i18nFor(locale)
  if (typeof value === 'boolean') return t(value ? 'kernel:journal.yes' : 'kernel:journal.no')
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value)
  if (Array.isArray(value)) return value.join(', ')
  return type === 'date' ? days(locale, 'UTC', 'long').format(new Date(value)) : value
}
