import { inert } from './cell-text.ts'

const MARK = '\uFEFF'
const PIECE = 64 * 1024

/** As French spreadsheets open it (byte-order mark, semicolons), a piece at a time; no cell is a formula. */
export async function* writeCsv(rows: Iterable<string[]> | AsyncIterable<string[]>): AsyncGenerator<Buffer> {
  let waiting = MARK
  for await (const row of rows) {
    waiting += `${row.map(csvCell).join(';')}\r\n`
    if (waiting.length < PIECE) continue
    yield Buffer.from(waiting)
    waiting = ''
  }
  if (waiting) yield Buffer.from(waiting)
}

/** An empty text is quoted, so that a line of one empty cell is still a line. */
function csvCell(text: string): string {
  const cell = inert(text)
  return /[";,|\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
