import { keptText } from '#packages/referentials/text.ts'
import { LONGEST_TAG } from '../tag/tag.schema.ts'

const MOST = 20

/** Two tags whose names differ by their capitals alone are one, here as in the table. */
export const tagKey = (name: string) => name.toLowerCase()

/** The tags a cell names, each once; one too long for a tag is cut. */
export function tagsOf(cell: string): string[] {
  const named = cell
    .split(/[|;,\n]/)
    .map((piece) => [...keptText(piece).trim()].slice(0, LONGEST_TAG).join('').trim())
    .filter(Boolean)
  return [...new Map(named.map((name) => [tagKey(name), name])).values()].slice(0, MOST)
}
