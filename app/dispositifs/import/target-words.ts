import type { TFunction } from 'i18next'
import type { Target } from '#server/dispositifs/import/targets.ts'
import type { Locale } from '../../i18n.ts'

/** What a column may be, as staff choose it: « Jeunes prévus : filles, France ». */
export function targetWords({ key, field, part }: Target, locale: Locale, t: TFunction): string {
  if (!field) return t(`dispositifs:papers.target.${key}`)
  const label = field.label[locale]
  return part
    ? t('dispositifs:papers.partOf', {
        field: label,
        part: t(`dispositifs:papers.part.${part.replace('.', '-')}`),
      })
    : label
}
