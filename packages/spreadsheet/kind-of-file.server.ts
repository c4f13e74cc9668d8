import { open, readFile, stat } from 'node:fs/promises'
import { MOST_FILE_BYTES, MOST_INFLATED_BYTES } from './bounds.ts'
import { SpreadsheetRefused } from './refusal.ts'
import { isWithinBounds, partNames } from './zip-bounds.server.ts'

export type FileKind = 'csv' | 'xlsx' | 'ods'

/** What the bytes are, whatever the file is called. */
export async function kindOfFile(path: string): Promise<FileKind> {
  const { size } = await stat(path)
  if (size === 0) throw new SpreadsheetRefused('empty')
  if (size > MOST_FILE_BYTES) throw new SpreadsheetRefused('too_large')
  const head = await headOf(path)
  if (head.subarray(0, 4).toString('latin1') === 'PK\x03\x04') return kindOfArchive(await readFile(path))
  // The container of Excel 97 and of workbooks locked with a password.
  if (head.subarray(0, 4).toString('hex') === 'd0cf11e0') throw new SpreadsheetRefused('old_format')
  const text = head.toString('latin1').replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
  if (/^\s*(?:%PDF|\{\\rtf|<(?:[!?]|\/?[a-z]))/i.test(text) || isOtherBinary(head))
    throw new SpreadsheetRefused('type')
  if (text.replaceAll('\0', '').trim() === '' && size <= head.length) throw new SpreadsheetRefused('empty')
  return 'csv'
}

async function kindOfArchive(bytes: Buffer): Promise<FileKind> {
  const names = new Set(partNames(bytes))
  const kind = names.has('[Content_Types].xml') && hasPart(names, /^xl\//) ? 'xlsx' : null
  const found = kind ?? (names.has('content.xml') && names.has('mimetype') ? 'ods' : null)
  if (names.size > 0 && !found) throw new SpreadsheetRefused('type')
  if (!found || !(await isWithinBounds(bytes, MOST_INFLATED_BYTES))) throw new SpreadsheetRefused('swollen')
  return found
}

const hasPart = (names: Set<string>, pattern: RegExp) => [...names].some((name) => pattern.test(name))

/** Control characters that no text holds; zeros are left to the guess of the alphabet. */
const isOtherBinary = (head: Buffer) =>
  head.some((byte) => byte < 9 && byte !== 0) || head.some((byte) => byte > 13 && byte < 27)

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}
