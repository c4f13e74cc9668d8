import { once } from 'node:events'
import { createInflateRaw, inflateRawSync } from 'node:zlib'
import { SpreadsheetRefused } from './refusal.ts'

const MOST_ENTRIES = 5000
const MOST_BYTES = 100 * 1024 * 1024
const [END, ENTRY, LOCAL] = [0x06054b50, 0x02014b50, 0x04034b50]

/**
 * Whether a document made of compressed parts stays within bounds once opened. The sizes it declares
 * are not believed: each part is inflated, counted and thrown away, and the first byte too many ends it.
 */
export async function isWithinBounds(bytes: Uint8Array, mostBytes = MOST_BYTES): Promise<boolean> {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const parts = partsOf(view)
    let left = mostBytes
    for (const { method, data } of parts) {
      const size = method === 0 ? data.length : await inflatedSize(data, left)
      left -= size
      if (left < 0) return false
    }
    return parts.length > 0
  } catch {
    return false
  }
}

type Part = { name: string; method: number; data: Buffer }

/** Names of the parts, as the archive lists them; none when it is no archive. */
export function partNames(bytes: Uint8Array): string[] {
  try {
    return partsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).map(({ name }) => name)
  } catch {
    return []
  }
}

function partsOf(view: Buffer): Part[] {
  const end = endOf(view)
  const count = view.readUInt16LE(end + 10)
  if (count > MOST_ENTRIES) throw new Error('too many parts')
  const parts: Part[] = []
  let compressed = 0
  let at = view.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (view.readUInt32LE(at) !== ENTRY) throw new Error('broken')
    const [flags, method] = [view.readUInt16LE(at + 8), view.readUInt16LE(at + 10)]
    if (flags & 1 || (method !== 0 && method !== 8)) throw new Error('encrypted or unknown compression')
    const size = view.readUInt32LE(at + 20)
    const local = view.readUInt32LE(at + 42)
    if (view.readUInt32LE(local) !== LOCAL) throw new Error('broken')
    const start = local + 30 + view.readUInt16LE(local + 26) + view.readUInt16LE(local + 28)
    // Parts that share bytes are the trick of the bombs that are not nested.
    compressed += size
    if (compressed > view.length || start + size > view.length) throw new Error('parts overlap')
    const name = view.toString('utf8', at + 46, at + 46 + view.readUInt16LE(at + 28))
    parts.push({ name, method, data: view.subarray(start, start + size) })
    at += 46 + view.readUInt16LE(at + 28) + view.readUInt16LE(at + 30) + view.readUInt16LE(at + 32)
  }
  return parts
}

function endOf(view: Buffer): number {
  for (let at = view.length - 22; at >= Math.max(0, view.length - 22 - 0xffff); at--)
    if (view.readUInt32LE(at) === END) return at
  throw new Error('no directory')
}

async function inflatedSize(data: Buffer, most: number): Promise<number> {
  const inflate = createInflateRaw()
  let size = 0
  inflate.on('data', (piece: Buffer) => {
    size += piece.length
    if (size > most) inflate.destroy(new Error('swollen'))
  })
  inflate.end(data)
  await once(inflate, 'end')
  return size
}

/**
 * The parts of an archive that is within bounds, one at a time; folders left aside. An archive that would
 * swell beyond is refused before its first part is given.
 */
export async function* readParts(
  bytes: Uint8Array,
  mostBytes = MOST_BYTES,
): AsyncGenerator<{ name: string; bytes: Uint8Array }> {
  if (!(await isWithinBounds(bytes, mostBytes))) throw new SpreadsheetRefused('unreadable')
  for (const { name, method, data } of partsOf(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
  )) {
    if (name.endsWith('/')) continue
    yield { name, bytes: method === 0 ? data : inflateRawSync(data, { maxOutputLength: mostBytes }) }
  }
}
