import { createReadStream } from 'node:fs'
import { SpreadsheetRefused } from './refusal.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
const ENOUGH = 3

/**
 * Of a whole file: what is not UTF-8 throughout is the alphabet of older French spreadsheets, unless so
 * much of it is UTF-8 that it can only be a broken one, which is refused with its line.
 */
export async function guessEncoding(path: string): Promise<Encoding> {
  let first = true
  const seen = { whole: 0, broken: 0, brokenLine: 0, line: 1 }
  const state = { left: 0 }
  let marked = false
  for await (const piece of createReadStream(path) as AsyncIterable<Buffer>) {
    if (first) {
      const wide = wideOf(piece)
      if (wide) return wide
      marked = piece[0] === 0xef && piece[1] === 0xbb && piece[2] === 0xbf
      first = false
    }
    if (piece.includes(0)) throw new SpreadsheetRefused('type')
    countSequences(piece, state, seen)
  }
  if (state.left > 0) seen.broken++
  if (seen.broken === 0) return 'utf-8'
  if (marked || (seen.whole >= ENOUGH && seen.whole > seen.broken * 10))
    throw new SpreadsheetRefused('broken_text', seen.brokenLine || seen.line)
  return 'windows-1252'
}

/** UTF-16 says so at its head, or shows it: every other byte of French text is zero. */
function wideOf(head: Buffer): Encoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le'
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be'
  const sample = head.subarray(0, Math.min(head.length, 1000) & ~1)
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2]!++
  })
  const half = sample.length / 2
  if (half >= 4 && zeros[1]! > half * 0.7 && zeros[0]! < half * 0.1) return 'utf-16le'
  if (half >= 4 && zeros[0]! > half * 0.7 && zeros[1]! < half * 0.1) return 'utf-16be'
  return null
}

type Seen = { whole: number; broken: number; brokenLine: number; line: number }

/** Characters of several bytes, whole and broken; a character may straddle two pieces. */
function countSequences(piece: Buffer, state: { left: number }, seen: Seen) {
  for (const byte of piece) {
    if (state.left > 0) {
      if (byte >= 0x80 && byte < 0xc0) {
        state.left--
        if (state.left === 0) seen.whole++
        continue
      }
      state.left = 0
      seen.broken++
      seen.brokenLine ||= seen.line
    }
    if (byte < 0x80) {
      if (byte === 10) seen.line++
    } else if (byte >= 0xc2 && byte < 0xe0) state.left = 1
    else if (byte >= 0xe0 && byte < 0xf0) state.left = 2
    else if (byte >= 0xf0 && byte < 0xf5) state.left = 3
    else {
      seen.broken++
      seen.brokenLine ||= seen.line
    }
  }
}
