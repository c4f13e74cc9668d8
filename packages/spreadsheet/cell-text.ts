/** Spreadsheets take a cell that begins like this for a formula, full-width signs of Asian keyboards too; after an apostrophe of its own, it gets another. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/
const INERT = /^'(?='*[=+\-@\t\r＝＋－＠])/

/** A text as a spreadsheet shows it and never computes it. */
export const inert = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** What `inert` was given. */
export const asWritten = (cell: string): string => cell.replace(INERT, '')

/** The text of a typed cell. A day is written YYYY-MM-DD; a formula is its last result, and is not computed. */
export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dayOf(value)
  if (typeof value === 'number') return numberText(value)
  return asWritten(String(value))
}

function dayOf(date: Date): string {
  const [day, time] = date.toISOString().split('T') as [string, string]
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`
}

/** Never in powers of ten: a SIRET is a number of fourteen figures to a spreadsheet. */
const numberText = (value: number): string =>
  Number.isInteger(value) && Math.abs(value) < 1e18 ? BigInt(value).toString() : String(value)
