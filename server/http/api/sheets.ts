import { writeCsv } from '#packages/spreadsheet/write-csv.server.ts'
import { writeXlsx } from '#packages/spreadsheet/write-xlsx.server.ts'
import { streamed } from './streamed.ts'

export const SHEETS = ['csv', 'xlsx'] as const
export type Sheet = (typeof SHEETS)[number]

export const SHEET_TYPES: Record<Sheet, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/** Labels hold commas. */
export const SEPARATOR = ' | '
export const DEMO_NOTE = { fr: 'Données de démonstration', en: 'Demonstration data' }

type Cell = string | number | null | undefined
type Batches = AsyncIterable<Cell[][]>

/**
 * A search as a table that spreadsheets open, sent as it is read; no cell acts as a formula. In demo mode
 * each line says so, and so does the file's name: lines get copied elsewhere.
 */
export function sheetResponse(
  sheet: Sheet,
  { name, headings, demo }: { name: string; headings: string[]; demo: string | null },
  batches: Batches,
): Response {
  const rows = rowsOf(demo ? [...headings, 'Note'] : headings, demo ? [demo] : [], batches)
  const fileName = `${name}${demo ? '-demonstration' : ''}.${sheet}`
  return streamed(SHEET_TYPES[sheet], fileName, () =>
    sheet === 'csv' ? writeCsv(rows) : writeXlsx(rows, name),
  )
}

async function* rowsOf(headings: string[], note: string[], batches: Batches): AsyncGenerator<string[]> {
  yield headings
  for await (const batch of batches)
    for (const cells of batch) yield [...cells.map((cell) => String(cell ?? '')), ...note]
}
