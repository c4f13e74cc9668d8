import { inflateSync } from 'node:zlib'

const HEADER = 44
const ENTRY = 20

/**
 * A WOFF as the font it packs. Read packed, each paper would unpack every table of it again, in JavaScript and
 * for each glyph: two thirds of the time that a page takes.
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') return woff
  const count = woff.readUInt16BE(12)
  const head = Buffer.alloc(12 + 16 * count)
  woff.copy(head, 0, 4, 8)
  const step = 2 ** Math.floor(Math.log2(count)) * 16
  head.writeUInt16BE(count, 4)
  head.writeUInt16BE(step, 6)
  head.writeUInt16BE(Math.log2(step / 16), 8)
  head.writeUInt16BE(count * 16 - step, 10)
  const tables: Buffer[] = []
  let at = head.length
  for (let nth = 0; nth < count; nth++) {
    const entry = HEADER + nth * ENTRY
    const [offset, packed, length] = [4, 8, 12].map((past) => woff.readUInt32BE(entry + past))
    const bytes = woff.subarray(offset!, offset! + packed!)
    const table = packed === length ? bytes : inflateSync(bytes)
    const line = 12 + 16 * nth
    woff.copy(head, line, entry, entry + 4)
    woff.copy(head, line + 4, entry + 16, entry + 20)
    head.writeUInt32BE(at, line + 8)
    head.writeUInt32BE(length!, line + 12)
    const padding = -length! & 3
    tables.push(table, Buffer.alloc(padding))
    at += length! + padding
  }
  return Buffer.concat([head, ...tables])
}
