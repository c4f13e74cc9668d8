import { days } from '#packages/referentials/dates.ts'
import type { OwnField, OwnValue } from '#server/crm/own-field/own-field.ts'
import { i18nFor } from '../../i18n.server.ts'
import type { Locale } from '../../i18n.ts'

/** A value of a field of the network's own, as the reader would say it. */
export function ownValueText(
  { type, choices }: Pick<OwnField, 'type' | 'choices'>,
  value: OwnValue,
  locale: Locale,
): string {
  const { t } = i18nFor(locale)
  if (typeof value === 'boolean') return t(value ? 'kernel:journal.yes' : 'kernel:journal.no')
  if (typeof value === 'number') return new Intl.NumberFormat(locale).format(value)
  const label = (key: string) => choices.find((choice) => choice.key === key)?.label ?? key
  if (Array.isArray(value)) return value.map(label).join(', ')
  if (type === 'date' && !Number.isNaN(Date.parse(value)))
    return days(locale, 'UTC', 'long').format(new Date(value))
  return label(value)
}
