/**
 * How the list of sectors changed. A key never changes meaning: a sector that is renamed keeps its key
 * (only its labels move), one that is split or merged gives way to other keys. `becomes` says which; a
 * key that disappears for good becomes none. So a value can be renewed at any time, from any version.
 */
export type ThesaurusChange = { version: number; since: string; becomes: Record<string, string[]> }

/** The first version, of 18 sectors, has no predecessor. */
export const SECTOR_CHANGES: ThesaurusChange[] = []

export const sectorVersion = (changes: ThesaurusChange[] = SECTOR_CHANGES): number =>
  Math.max(1, ...changes.map(({ version }) => version))

/** Keys that some change replaced. */
export const replacedSectors = (changes: ThesaurusChange[]): string[] =>
  changes.flatMap(({ becomes }) => Object.keys(becomes))

/** Sectors as they are called today, in the order they were given, each once. */
export function renewedSectors(sectors: string[], changes: ThesaurusChange[]): string[] {
  const inOrder = [...changes].sort((a, b) => a.version - b.version)
  const renewed = inOrder.reduce<string[]>(
    (keys, { becomes }) => keys.flatMap((key) => (Object.hasOwn(becomes, key) ? becomes[key]! : [key])),
    sectors,
  )
  return [...new Set(renewed)]
}
