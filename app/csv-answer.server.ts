import { writeCsv } from '#packages/spreadsheet/write-csv.server.ts'
import { streamOf } from './stream-of.server.ts'

/** A private table as a file: the heading first, a piece at a time. */
export function csvAnswer(rows: Iterable<string[]> | AsyncIterable<string[]>, fileName: string): Response {
  return new Response(streamOf(writeCsv(rows)), {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${fileName}"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}
