import { MOST_COLUMNS, MOST_ROWS } from './bounds.ts'
import { headingsOf } from './headings.ts'
import { type FileKind, kindOfFile } from './kind-of-file.server.ts'
import { readCsv } from './read-csv.server.ts'
import { readWorkbook } from './read-workbook.server.ts'
import { SpreadsheetRefused } from './refusal.ts'
import type { Row } from './row.ts'

export type Table = { kind: FileKind; headings: string[]; rows: AsyncGenerator<Row> }

/**
 * A file as a table: its first line that says anything holds the headings, and every row has as many cells.
 * Throws SpreadsheetRefused, at once or while rows are read. Stopping in the middle closes the file.
 */
export async function readTable(path: string): Promise<Table> {
  const kind = await kindOfFile(path)
  const source = kind === 'csv' ? readCsv(path) : readWorkbook(path, kind)
  for (;;) {
    const { value, done } = await source.next()
    if (done) throw new SpreadsheetRefused('empty')
    if (isBlank(value.cells)) continue
    try {
      if (value.cells.length > MOST_COLUMNS) throw new SpreadsheetRefused('too_many_columns', value.line)
      const headings = headingsOf(value.cells)
      return { kind, headings, rows: bounded(source, headings.length) }
    } catch (error) {
      await source.return(undefined)
      throw error
    }
  }
}

async function* bounded(source: AsyncGenerator<Row>, width: number): AsyncGenerator<Row> {
  let count = 0
  try {
    for await (const { line, cells } of source) {
      if (isBlank(cells)) continue
      if (++count > MOST_ROWS) throw new SpreadsheetRefused('too_many_rows', line)
      if (cells.length > MOST_COLUMNS) throw new SpreadsheetRefused('too_many_columns', line)
      yield { line, cells: Array.from({ length: width }, (_, at) => cells[at] ?? '') }
    }
  } finally {
    await source.return(undefined)
  }
}

const isBlank = (cells: string[]) => cells.every((cell) => cell.trim() === '')
