import { countryName } from '#packages/referentials/countries.ts'
import type { Locale } from '#packages/referentials/locale.ts'
import { sdgLabel } from '#packages/referentials/sdgs.ts'
import { isSector, sectorLabel } from '#packages/referentials/sectors.ts'
import { type BudgetLine, budgetLines } from '../budget/budget.schema.ts'
import { budgetOf } from '../budget/budget.ts'
import { EXPENSE_HEADINGS, FUNDERS } from '../budget/headings.ts'
import type { Field, FormDefinition } from '../form/form.schema.ts'
import { headCount, ORIGINS, SEXES } from '../head-count/head-count.schema.ts'
import type { ExportWords } from './words.ts'

type Held = Record<string, unknown>
const held = (value: unknown): Held =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Held) : {}
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
const text = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** As a spreadsheet of that language reads it: a comma in French, and no sign. */
export const amount = (cents: unknown, locale: Locale): string => {
  if (typeof cents !== 'number') return text(cents)
  const written = cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2)
  return locale === 'fr' ? written.replace('.', ',') : written
}

/** As a paper writes it. */
export const euros = (cents: number, { locale }: { locale: Locale }): string =>
  new Intl.NumberFormat(locale, {
    ...{ style: 'currency', currency: 'EUR' },
    minimumFractionDigits: cents % 100 === 0 ? 0 : 2,
  }).format(cents / 100)

export interface Telling extends ExportWords {
  locale: Locale
}

/** One answer as a text, in one cell or one line. */
export function answerText(field: Field, answer: unknown, { locale, words }: Telling): string {
  const country = (code: unknown) => countryName(text(code), locale)
  const chosen = (value: unknown) =>
    field.choices?.find((choice) => choice.value === value)?.label[locale] ?? text(value)
  const sector = (key: unknown) => {
    const said = text(key)
    return isSector(said) ? sectorLabel(said, locale) : said
  }
  switch (field.type) {
    case 'money':
      return amount(answer, locale)
    case 'number':
      return locale === 'fr' ? text(answer).replace('.', ',') : text(answer)
    case 'yes_no':
      return answer === true ? words.yes : answer === false ? words.no : ''
    case 'place':
      return text(held(answer).label)
    case 'country':
      return answer ? country(answer) : ''
    case 'countries':
      return list(answer).map(country).join(', ')
    case 'sectors':
      return list(answer).map(sector).join(', ')
    case 'sdgs':
      return list(answer)
        .map((number) => `${number}. ${sdgLabel(Number(number), locale)}`)
        .join(', ')
    case 'choice':
      return chosen(answer)
    case 'choices':
      return list(answer).map(chosen).join(', ')
    case 'organisation':
      return text(held(answer).name)
    case 'file':
      return list(answer)
        .map((file) => text(held(file).name))
        .join(', ')
    case 'partners':
      return list(answer)
        .map((one) => {
          const { name, place, country: code, role } = held(one)
          return [name, place, code ? country(code) : '', role].map(text).filter(Boolean).join(', ')
        })
        .join(' | ')
    default:
      return text(answer)
  }
}

/** Columns of one field: answers that have parts take one each. */
export function fieldColumns(field: Field, telling: Telling): string[] {
  const { locale, words } = telling
  const label = field.label[locale]
  if (field.type === 'period') return [`${label} : ${words.from}`, `${label} : ${words.to}`]
  if (field.type === 'head_count')
    return ORIGINS.flatMap((origin) =>
      (['total', ...SEXES] as const).map((sex) => `${label} : ${words[origin]}, ${words[sex]}`),
    )
  if (field.type === 'budget')
    return (['expenses', 'income', 'requested_line', 'in_kind', 'line'] as const).map(
      (part) => `${label} : ${words[part]}`,
    )
  return [label]
}

export function fieldCells(field: Field, answer: unknown, telling: Telling): string[] {
  if (field.type === 'period') return [text(held(answer).from), text(held(answer).to)]
  if (field.type === 'head_count') {
    const count = headCount.safeParse(answer)
    return ORIGINS.flatMap((origin) =>
      (['total', ...SEXES] as const).map((sex) => (count.success ? text(count.data[origin][sex]) : '')),
    )
  }
  if (field.type === 'budget') return budgetCells(answer, telling)
  return [answerText(field, answer, telling)]
}

const NAMES: Record<'income' | 'expense', readonly { key: string; fr: string; en: string }[]> = {
  ...{ income: FUNDERS, expense: EXPENSE_HEADINGS },
}

/** Given time is spent under one name, and brought in under another. */
export const budgetName = (side: 'income' | 'expense', key: string, locale: Locale): string =>
  NAMES[side].find((one) => one.key === key)?.[locale] ?? key

/** What a line is, as its side names it. */
export const lineName = (line: BudgetLine, locale: Locale): string =>
  budgetName(line.side, line.side === 'income' ? line.funder : line.heading, locale)

function budgetCells(answer: unknown, { locale }: Telling): string[] {
  const lines = budgetLines.safeParse(answer)
  if (!lines.success || lines.data.length === 0) return ['', '', '', '', '']
  const { expense, income, requestedCents } = budgetOf(lines.data)
  const told = lines.data.map((line) => {
    return `${[lineName(line, locale), line.label].filter(Boolean).join(', ')} ${amount(line.cents, locale)}`
  })
  return [
    ...[expense.cashCents, income.cashCents, requestedCents, expense.inKindCents].map((cents) =>
      amount(cents, locale),
    ),
    told.join(' | '),
  ]
}

/** The fields of every form that dossiers of a session were written on, each once, in the order of the newest. */
export function fieldsOf(forms: readonly FormDefinition[]): Field[] {
  const fields = new Map<string, Field>()
  for (const { sections } of forms)
    for (const field of sections.flatMap((section) => section.fields))
      if (!fields.has(field.key)) fields.set(field.key, field)
  return [...fields.values()]
}
