import { readFile } from 'node:fs/promises'
import { parentPort, workerData } from 'node:worker_threads'
import { streamOdsRows } from 'hucre/ods'
import { streamXlsxRows } from 'hucre/xlsx'
import { textOf } from './cell-text.ts'

/** Runs in a thread of its own, whose memory is bounded: a hostile workbook ends the thread and nothing else. */
export type ThreadInput = { path: string; kind: 'xlsx' | 'ods'; mostRows: number; mostColumns: number }
export type ThreadOutput =
  | { rows: [line: number, cells: string[]][] }
  | { done: true }
  | { refused: 'too_many_columns' | 'too_many_rows' | 'encrypted' | 'unreadable'; line: number | null }

const BATCH = 500
/** Pieces of work sent and not yet taken: the reader waits beyond. */
const AHEAD = 4

const port = parentPort!
const { path, kind, mostRows, mostColumns } = workerData as ThreadInput
let [sent, taken] = [0, 0]
let wake = () => {}
port.on('message', () => {
  taken++
  wake()
})

async function send(rows: [number, string[]][]) {
  port.postMessage({ rows } satisfies ThreadOutput)
  sent++
  while (sent - taken > AHEAD) {
    await new Promise<void>((resolve) => {
      wake = resolve
    })
  }
}

async function readAll(): Promise<ThreadOutput> {
  const bytes = new Uint8Array(await readFile(path))
  const source = kind === 'xlsx' ? streamXlsxRows(bytes) : streamOdsRows(bytes, { sheets: [0] })
  let rows: [number, string[]][] = []
  let count = 0
  for await (const { index, values } of source) {
    let last = values.length
    while (last > 0 && (values[last - 1] === null || values[last - 1] === '')) last--
    if (last === 0) continue
    if (last > mostColumns) return { refused: 'too_many_columns', line: index + 1 }
    if (++count > mostRows) return { refused: 'too_many_rows', line: index + 1 }
    rows.push([index + 1, values.slice(0, last).map(textOf)])
    if (rows.length === BATCH) {
      await send(rows)
      rows = []
    }
  }
  if (rows.length > 0) await send(rows)
  return { done: true }
}

readAll()
  .catch((error: Error): ThreadOutput => {
    const refused = error.name === 'EncryptedFileError' ? 'encrypted' : 'unreadable'
    return { refused, line: null }
  })
  .then((end) => {
    port.postMessage(end)
    port.close()
  })
