import type { TFunction } from 'i18next'
import { countryName } from '#packages/referentials/countries.ts'
import { days } from '#packages/referentials/dates.ts'
import { sdgLabel } from '#packages/referentials/sdgs.ts'
import { isSector, sectorLabel } from '#packages/referentials/sectors.ts'
import type { Field } from '#server/dispositifs/form/form.schema.ts'
import type { Locale } from '../../i18n.ts'
import { money } from '../figures.ts'
import { held, listOf, writtenNumber, writtenText } from './read-cell.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** A day as one reads it; what is no day, as it was typed. */
function dayWords(value: unknown, locale: Locale): string {
  const text = writtenText(value)
  const at = new Date(`${text}T00:00:00Z`)
  return DAY.test(text) && !Number.isNaN(at.getTime()) ? days(locale, 'UTC', 'long').format(at) : text
}

const chosen = (field: Field, value: unknown, locale: Locale) =>
  field.choices?.find((choice) => choice.value === value)?.label[locale] ?? writtenText(value)

/** An answer of one line as a reader sees it; several are a list. Tables have pieces of their own. */
export function answerWords(field: Field, answer: unknown, locale: Locale, t: TFunction): string | string[] {
  const country = (code: unknown) => countryName(writtenText(code), locale)
  switch (field.type) {
    case 'number':
      return writtenNumber(answer, locale)
    case 'money':
      return typeof answer === 'number' ? money(answer, locale) : writtenText(answer)
    case 'yes_no':
      return typeof answer === 'boolean'
        ? t(answer ? 'dispositifs:form.yes' : 'dispositifs:form.no')
        : writtenText(answer)
    case 'date':
      return dayWords(answer, locale)
    case 'period': {
      const [from, to] = [dayWords(held(answer, 'from'), locale), dayWords(held(answer, 'to'), locale)]
      if (from && to) return t('dispositifs:form.period', { from, to })
      return from ? t('dispositifs:form.periodFrom', { from }) : t('dispositifs:form.periodTo', { to })
    }
    case 'place': {
      const code = held(answer, 'country')
      return [writtenText(held(answer, 'label')), code && code !== 'FR' ? country(code) : '']
        .filter(Boolean)
        .join(', ')
    }
    case 'country':
      return country(answer)
    case 'countries':
      return listOf(answer).map(country)
    case 'sectors':
      return listOf(answer).map((key) => {
        const text = writtenText(key)
        return isSector(text) ? sectorLabel(text, locale) : text
      })
    case 'sdgs':
      return listOf(answer).map((number) => `${number}. ${sdgLabel(Number(number), locale)}`)
    case 'choice':
      return chosen(field, answer, locale)
    case 'choices':
      return listOf(answer).map((value) => chosen(field, value, locale))
    case 'organisation':
    case 'file':
      return field.type === 'file'
        ? listOf(answer).map((file) => writtenText(held(file, 'name')))
        : writtenText(held(answer, 'name'))
    default:
      return writtenText(answer)
  }
}
