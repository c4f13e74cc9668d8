import { foldText } from '#packages/referentials/text.ts'

const MONTHS = ['jan', 'fev', 'mar', 'avr', 'mai', 'juin', 'juil', 'aou', 'sep', 'oct', 'nov', 'dec']
const ENGLISH = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** « 28/11/2026 », « 28.11.26 », « 28 nov. 2026 », « 1er décembre 2026 » or 2026-11-28, as 2026-11-28; else null. */
export function readDate(text: string): string | null {
  const folded = foldText(text)
  const iso = folded.match(/^(\d{4})-(\d{1,2})-(\d{1,2})$/)
  if (iso) return dayOf(iso[1]!, Number(iso[2]), iso[3]!)
  const numbers = folded.match(/^(\d{1,2})[/. -](\d{1,2})[/. -](\d{4}|\d{2})$/)
  if (numbers) return dayOf(numbers[3]!, Number(numbers[2]), numbers[1]!)
  const words = folded.match(/^(?:[a-z]+\.? )?(\d{1,2})(?:er)? ([a-z]{3,9})\.? (\d{4}|\d{2})$/)
  return words ? dayOf(words[3]!, monthNamed(words[2]!), words[1]!) : null
}

function monthNamed(word: string): number {
  const french = MONTHS.findIndex((month) => word.startsWith(month))
  return 1 + (french >= 0 ? french : ENGLISH.findIndex((month) => word.startsWith(month)))
}

/** A year of two figures is of this century; 31 April is no day. */
function dayOf(year: string, month: number, day: string): string | null {
  const whole = `${year.length === 2 ? '20' : ''}${year}-${padded(month)}-${padded(Number(day))}`
  const date = new Date(`${whole}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(whole) ? whole : null
}

const padded = (value: number) => String(value).padStart(2, '0')
