import { Worker } from 'node:worker_threads'
import { MOST_COLUMNS, MOST_ROWS } from './bounds.ts'
import { SpreadsheetRefused } from './refusal.ts'
import type { Row } from './row.ts'
import type { ThreadInput, ThreadOutput } from './workbook-thread.ts'

/** A workbook of 100,000 rows of twenty columns needs about 150 MB. */
const MEMORY_MB = 512

/** Rows of the first sheet of a workbook; the file's kind and size were asked before (kind-of-file). */
export async function* readWorkbook(path: string, kind: 'xlsx' | 'ods'): AsyncGenerator<Row> {
  const workerData: ThreadInput = { path, kind, mostRows: MOST_ROWS + 1, mostColumns: MOST_COLUMNS }
  const thread = new Worker(new URL('./workbook-thread.ts', import.meta.url), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  const waiting: ThreadOutput[] = []
  let [ended, failure, wake] = [false, null as Error | null, () => {}]
  thread.on('message', (message: ThreadOutput) => {
    waiting.push(message)
    wake()
  })
  thread.on('error', (error) => {
    failure = error
    wake()
  })
  thread.on('exit', () => {
    ended = true
    wake()
  })
  try {
    for (;;) {
      const message = waiting.shift()
      if (message && 'rows' in message) {
        for (const [line, cells] of message.rows) yield { line, cells }
        thread.postMessage('more')
      } else if (message && 'refused' in message) {
        throw new SpreadsheetRefused(message.refused, message.line)
      } else if (message) return
      else if (failure) throw refusalOf(failure)
      else if (ended) throw new SpreadsheetRefused('unreadable')
      else
        await new Promise<void>((resolve) => {
          wake = resolve
        })
    }
  } finally {
    await thread.terminate()
  }
}

const refusalOf = (error: Error) =>
  (error as NodeJS.ErrnoException).code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? new SpreadsheetRefused('swollen')
    : error
