import { readCents } from '../../ui/money.ts'

export const WHOLE = ['age_min', 'age_max', 'francais', 'etrangers', 'jours', 'dossiers'] as const
export const AMOUNTS = ['demande', 'budget'] as const
export const DAYS = ['debut', 'fin'] as const
export const CHOICES = ['departement', 'marraine', 'structure'] as const
export const LISTS = ['pays', 'piece'] as const

export type WholeName = (typeof WHOLE)[number]
export type AmountName = (typeof AMOUNTS)[number]
export type DayName = (typeof DAYS)[number]
export type SingleName = WholeName | AmountName | DayName | (typeof CHOICES)[number]
export type ListName = (typeof LISTS)[number]

/** As they were typed: the whole of it is in an address, which anybody may have written. */
export type Answers = Record<SingleName, string> & Record<ListName, string[]>
export type Fault = 'number' | 'money' | 'date'

const LONGEST = 40
const MOST_LISTED = 40

export function readAnswers(sent: URLSearchParams): Answers {
  const one = (name: string) => (sent.get(name) ?? '').trim().slice(0, LONGEST)
  const some = (name: string) => [
    ...new Set(
      sent
        .getAll(name)
        .map((value) => value.slice(0, 2 * LONGEST))
        .filter(Boolean),
    ),
  ]
  const singles = [...WHOLE, ...AMOUNTS, ...DAYS, ...CHOICES].map((name) => [name, one(name)])
  const lists = LISTS.map((name) => [name, some(name).slice(0, MOST_LISTED)])
  return Object.fromEntries([...singles, ...lists]) as Answers
}

/** The same as an address says it, without what was left empty. */
export function writeAnswers(answers: Answers): string {
  const said = Object.entries(answers).flatMap(([name, value]) =>
    [value].flat().flatMap((text) => (text ? [[name, text]] : [])),
  )
  return new URLSearchParams(said).toString()
}

export const whole = (text: string): number | null => {
  const bare = text.replace(/\s/g, '')
  return /^\d{1,6}$/.test(bare) ? Number(bare) : null
}

/** While one types, « 8 500, » is 8 500 already. */
export const cents = (text: string): number | null => {
  const read = readCents(text.replace(/[,.]$/, ''))
  return read !== null && read >= 0 ? read : null
}

export const day = (text: string): string | null => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null
}

/** Where something was typed that cannot be read. */
export function faultsOf(answers: Answers): Partial<Record<SingleName, Fault>> {
  const wrong = (names: readonly SingleName[], read: (text: string) => unknown, fault: Fault) =>
    names.filter((name) => answers[name] && read(answers[name]) === null).map((name) => [name, fault])
  return Object.fromEntries([
    ...wrong(WHOLE, whole, 'number'),
    ...wrong(AMOUNTS, cents, 'money'),
    ...wrong(DAYS, day, 'date'),
  ])
}
