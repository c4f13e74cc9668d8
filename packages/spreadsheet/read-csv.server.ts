import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Transform } from 'node:stream'
import { type CsvError, parse } from 'csv-parse'
import { MOST_LINE_CHARACTERS } from './bounds.ts'
import { asWritten } from './cell-text.ts'
import { type Encoding, guessEncoding } from './guess-encoding.server.ts'
import { guessSeparator, type Separator } from './guess-separator.ts'
import { SpreadsheetRefused } from './refusal.ts'
import type { Row } from './row.ts'

const HEAD = 64 * 1024

/** Rows of a text file, as they are read; the line is the one where the row begins. */
export async function* readCsv(path: string, separator?: Separator): AsyncGenerator<Row> {
  const encoding = await guessEncoding(path)
  const delimiter = separator ?? guessSeparator(await headOf(path, encoding))
  const parser = createReadStream(path)
    .pipe(decoded(encoding))
    .pipe(
      parse({
        delimiter,
        bom: true,
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
        info: true,
        max_record_size: MOST_LINE_CHARACTERS,
        record_delimiter: ['\r\n', '\n', '\r'],
      }),
    )
  let [next, twice] = [1, 0]
  try {
    for await (const { record, info } of parser as AsyncIterable<{
      record: string[]
      info: { lines: number }
    }>) {
      // The parser's count stands at the row's end, and takes CRLF inside quotes for two lines.
      const broken = record.filter((cell) => /[\r\n]/.test(cell)).join('')
      const inside = broken.match(/[\r\n]/g)?.length ?? 0
      const line = info.lines - inside - twice
      twice += broken.match(/\r\n/g)?.length ?? 0
      next = info.lines - twice + 1
      yield { line, cells: record.map(asWritten) }
    }
  } catch (error) {
    throw refusalOf(error, next)
  }
}

async function headOf(path: string, encoding: Encoding): Promise<string> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return new TextDecoder(encoding).decode(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

function decoded(encoding: Encoding) {
  const decoder = new TextDecoder(encoding)
  return new Transform({
    readableObjectMode: false,
    transform(piece: Buffer, _encoding, done) {
      done(null, decoder.decode(piece, { stream: true }))
    },
    flush(done) {
      done(null, decoder.decode())
    },
  })
}

function refusalOf(error: unknown, line: number): unknown {
  const { code } = error as CsvError
  if (code === 'CSV_MAX_RECORD_SIZE') return new SpreadsheetRefused('long_line', line)
  if (typeof code === 'string' && code.startsWith('CSV_')) return new SpreadsheetRefused('unreadable', line)
  return error
}
