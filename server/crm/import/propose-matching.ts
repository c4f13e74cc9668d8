import { foldText } from '#packages/referentials/text.ts'
import type { OwnField } from '../own-field/own-field.ts'
import { IMPORT_FIELDS, ownFieldKey } from './fields.ts'

export const foldHeading = (heading: string) =>
  foldText(heading)
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\b(?:de la|de l|du|des|d|de|la|le|les|l)\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()

const BY_NAME = new Map(
  IMPORT_FIELDS.flatMap(({ key, named }) => named.map((one) => [foldHeading(one), key] as const)).reverse(),
)
const WORTH = 0.6

export const isNameOfField = (folded: string) => BY_NAME.has(folded)

/**
 * What each column may be: as it was last said of a column so headed, else by its heading. A field is given
 * once: to the column that resembles it most, the first among equals.
 */
export function proposeMatching(
  headings: string[],
  known: Map<string, string | null>,
  own: Pick<OwnField, 'key' | 'label'>[] = [],
): (string | null)[] {
  const byName = own.map(({ key, label }) => [foldHeading(label), ownFieldKey(key)] as const)
  return matchHeadings(headings, known, new Map([...BY_NAME, ...byName]))
}

/** The same for columns of any file, whose names are given folded. */
export function matchHeadings(
  headings: string[],
  known: ReadonlyMap<string, string | null>,
  byName: ReadonlyMap<string, string>,
): (string | null)[] {
  const wishes = headings.flatMap((heading, at) => {
    const folded = foldHeading(heading)
    if (known.has(folded)) {
      const field = known.get(folded)!
      return field ? [{ at, field, score: 3 }] : []
    }
    const exact = byName.get(folded)
    if (exact) return [{ at, field: exact, score: 2 }]
    return [...byName].flatMap(([name, field]) => {
      const score = likeness(folded, name)
      return score >= WORTH ? [{ at, field, score }] : []
    })
  })
  const proposed: (string | null)[] = headings.map(() => null)
  const given = new Set<string>()
  for (const { at, field } of wishes.sort((a, b) => b.score - a.score || a.at - b.at)) {
    if (proposed[at] || given.has(field)) continue
    proposed[at] = field
    given.add(field)
  }
  return proposed
}

/** Words in common, of those of the longer; « Ville du siège » resembles « ville ». */
function likeness(one: string, other: string): number {
  const [mine, theirs] = [one.split(' '), other.split(' ')]
  const common = mine.filter((word) => theirs.some((its) => same(word, its))).length
  return common / Math.max(mine.length, theirs.length)
}

const same = (one: string, other: string) =>
  one === other ||
  (Math.min(one.length, other.length) >= 5 && (one.startsWith(other) || other.startsWith(one)))
