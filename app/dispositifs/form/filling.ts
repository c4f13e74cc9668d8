import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import type { Answers } from '#server/dispositifs/form/answer.schema.ts'
import type { Field, FormDefinition } from '#server/dispositifs/form/form.schema.ts'
import type { Choice, ChoiceGroup } from '../../ui/choice-search.ts'
import { nameOf, type TypedForm } from './typed-form.ts'

/** What a form offers to choose from, in the reader's language: made by `form-view.server.ts`. */
export type Sources = {
  countries: ChoiceGroup[]
  sectors: Choice[]
  sdgs: Choice[]
  /** Kinds of organisations, for partners. */
  kinds: Choice[]
  /** Where organisations are looked for; nobody outside the team may look. */
  organisations: string | null
  communes: string
}

export type Filling = {
  definition: FormDefinition
  sources: Sources
  /** What the controls hold when the page is shown. */
  typed: TypedForm
  /** What they hold now. */
  answers: Answers
  faults: Readonly<Record<string, string>>
  /** Read again what the controls hold: rows were added or removed. */
  refresh: () => void
  hydrated: boolean
  /** Keys of what is to be filled in, given the answers. */
  shown: { sections: ReadonlySet<string>; fields: ReadonlySet<string> }
  /** Empty rows asked for without script: by group, how many. */
  rows: Readonly<Record<string, number>>
}

export const FillingContext = createContext<Filling | null>(null)

export function useFilling(): Filling {
  const filling = useContext(FillingContext)
  if (!filling) throw new Error('a field stands outside a form')
  return filling
}

export type Said = { fr: string; en: string }

/** What the form's author wrote, in the reader's language. */
export function useSaid() {
  const { i18n } = useTranslation('dispositifs')
  return (words: Said): string => words[i18n.language === 'en' ? 'en' : 'fr']
}

/** What every control of a field needs: its name, its words, what is wrong with it. */
export function useField(field: Field) {
  const { typed, faults } = useFilling()
  const { t } = useTranslation('dispositifs')
  const said = useSaid()
  const name = nameOf(field.key)
  const code = faults[field.key]
  return {
    name,
    typed,
    value: typed.one(name),
    label: field.required ? t('form.required', { label: said(field.label) }) : said(field.label),
    hint: field.help && said(field.help),
    fault: code ? t(`faults.${code}`) : undefined,
    wanted: field.required ? ({ 'aria-required': true } as const) : {},
  }
}

export type FieldProps = { field: Field }
