import { SpreadsheetRefused } from './refusal.ts'

/** What stands in rows and never in headings: numbers, addresses, days. */
const DATA = /^(?:\+?[\d .,/-]{4,}|\S+@\S+\.\S+|https?:\/\/\S+|\d{4}-\d{2}-\d{2}.*|W\d{9})$/i

/** The headings of a first line: each named, none twice. A line that looks like a row of data is no heading. */
export function headingsOf(cells: string[]): string[] {
  const said = cells.map((cell) => cell.replace(/\s+/g, ' ').trim())
  while (said.length > 0 && said.at(-1) === '') said.pop()
  const data = said.filter((cell) => DATA.test(cell)).length
  if (said.every((cell) => cell === '') || data >= Math.max(1, said.filter(Boolean).length / 4))
    throw new SpreadsheetRefused('no_header')
  const times = new Map<string, number>()
  return said.map((cell, at) => {
    const name = (cell || `Colonne ${letterOf(at)}`).slice(0, 200)
    const time = (times.get(name) ?? 0) + 1
    times.set(name, time)
    return time === 1 ? name : `${name} (${time})`
  })
}

/** As spreadsheets call their columns: A … Z, AA … */
export const letterOf = (at: number): string =>
  (at >= 26 ? letterOf(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
