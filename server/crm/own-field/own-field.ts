import type { OwnValue } from '#db/schema/crm.ts'

export type { OwnValue } from '#db/schema/crm.ts'

export const OWN_TYPES = ['text', 'long_text', 'number', 'date', 'yes_no', 'choice', 'choices'] as const
export type OwnType = (typeof OWN_TYPES)[number]

/** One taken away keeps its key and its words for the records that have it, and is offered to them alone. */
export type OwnChoice = { key: string; label: string; removed?: true }
/** A field a network added to its records. */
export type OwnField = {
  id: string
  key: string
  label: string
  help: string
  type: OwnType
  /** Kinds of organisation that have it; none named, all have it. */
  kinds: string[]
  choices: OwnChoice[]
  position: number
  onListing: boolean
  archived: boolean
}

/** What a field offers to a record that has these of its choices. */
export const offered = ({ choices }: Pick<OwnField, 'choices'>, chosen: string[] = []) =>
  choices.filter(({ key, removed }) => !removed || chosen.includes(key))

export const hasChoices = (type: string) => type === 'choice' || type === 'choices'
export const isFor = (field: Pick<OwnField, 'kinds'>, kind: string) =>
  field.kinds.length === 0 || field.kinds.includes(kind)

const LONGEST = { text: 300, long_text: 5000 }
const NUMBER = /^-?\d{1,12}([.,]\d{1,4})?$/

export type ReadValue = { value: OwnValue | null; fault: null } | { value: null; fault: string }
const read = (value: OwnValue | null): ReadValue => ({ value, fault: null })
const refused = (fault: string): ReadValue => ({ value: null, fault })

/** What was typed in a field of its own, read as its type says; nothing typed is no value. */
export function readOwnValue(field: Pick<OwnField, 'type' | 'choices'>, typed: string[]): ReadValue {
  const texts = typed.map((text) => text.trim()).filter(Boolean)
  const [first] = texts
  if (first === undefined) return read(null)
  const known = (key: string) => field.choices.some((choice) => choice.key === key)
  switch (field.type) {
    case 'text':
    case 'long_text':
      return first.length > LONGEST[field.type] ? refused('too_long') : read(first)
    case 'number':
      return NUMBER.test(first.replaceAll(/[\s\u202f\u00a0]/g, ''))
        ? read(Number(first.replaceAll(/[\s\u202f\u00a0]/g, '').replace(',', '.')))
        : refused('own_number')
    case 'date':
      return isDay(first) ? read(first) : refused('date')
    case 'yes_no':
      return first === 'true' || first === 'false' ? read(first === 'true') : refused('unknown_choice')
    case 'choice':
      return known(first) ? read(first) : refused('unknown_choice')
    case 'choices':
      return texts.every(known) ? read([...new Set(texts)]) : refused('unknown_choice')
  }
}

function isDay(text: string) {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const day = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}

/** A value as its field shows it in a form. */
export function typedOwnValue(value: OwnValue | undefined): string[] {
  if (value === undefined || value === null) return []
  return Array.isArray(value) ? value.map(String) : [String(value)]
}
