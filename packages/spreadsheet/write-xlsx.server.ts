import { writeXlsxStream } from 'hucre/xlsx'

/** A workbook of one sheet, a piece at a time. Every cell is a text: a text is never computed. */
export async function* writeXlsx(rows: AsyncIterable<string[]>, name: string): AsyncGenerator<Uint8Array> {
  const stream = writeXlsxStream(rows, { name: sheetName(name), freezePane: { rows: 1 } })
  for await (const piece of stream as unknown as AsyncIterable<Uint8Array>) yield piece
}

/** Excel refuses a sheet's name of more than 31 characters, or with one of these signs. */
const sheetName = (name: string) => name.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || 'Liste'
