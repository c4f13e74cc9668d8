import { FIRST_LINES, MOST_COLUMNS, MOST_ROWS } from './bounds.ts'
import { guessHeading } from './guess-heading.ts'
import { headingsOf } from './headings.ts'
import { type FileKind, kindOfFile } from './kind-of-file.server.ts'
import { readCsv } from './read-csv.server.ts'
import { readWorkbook } from './read-workbook.server.ts'
import { SpreadsheetRefused } from './refusal.ts'
import type { Row } from './row.ts'

export type Table = {
  kind: FileKind
  headings: string[]
  /** The lines that stand above the rows and say something; the last of them holds the headings. */
  above: Row[]
  rows: AsyncGenerator<Row>
}

/**
 * A file as a table: the line of the headings is guessed among the first that say anything, and every row has
 * at least as many cells as there are headings. Throws SpreadsheetRefused, at once or while rows are read.
 * Stopping in the middle closes the file.
 */
export async function readTable(path: string, isKnown?: (title: string) => boolean): Promise<Table> {
  const kind = await kindOfFile(path)
  const source = bounded(kind === 'csv' ? readCsv(path) : readWorkbook(path, kind))
  try {
    const first = await firstOf(source)
    if (first.length === 0) throw new SpreadsheetRefused('empty')
    const at = guessHeading(
      first.map(({ cells }) => cells),
      isKnown,
    )
    if (at === null) throw new SpreadsheetRefused('no_header')
    const headings = headingsOf(first[at]!.cells)
    const rows = widened(first.slice(at + 1), source, headings.length)
    return { kind, headings, above: first.slice(0, at + 1), rows }
  } catch (error) {
    await source.return(undefined)
    throw error
  }
}

async function firstOf(source: AsyncGenerator<Row>): Promise<Row[]> {
  const first: Row[] = []
  while (first.length < FIRST_LINES) {
    const { value, done } = await source.next()
    if (done) break
    first.push(value)
  }
  return first
}

/** The lines that say something, no more of them and no wider than a table may be. */
async function* bounded(source: AsyncGenerator<Row>): AsyncGenerator<Row> {
  let count = 0
  try {
    for await (const { line, cells } of source) {
      if (cells.every((cell) => cell.trim() === '')) continue
      if (count++ > MOST_ROWS) throw new SpreadsheetRefused('too_many_rows', line)
      if (cells.length > MOST_COLUMNS) throw new SpreadsheetRefused('too_many_columns', line)
      yield { line, cells }
    }
  } finally {
    await source.return(undefined)
  }
}

async function* widened(first: Row[], source: AsyncGenerator<Row>, width: number): AsyncGenerator<Row> {
  try {
    for (const row of first) yield wide(row, width)
    for await (const row of source) yield wide(row, width)
  } finally {
    await source.return(undefined)
  }
}

const wide = ({ line, cells }: Row, width: number): Row => ({
  line,
  cells: cells.length < width ? [...cells, ...Array<string>(width - cells.length).fill('')] : cells,
})
