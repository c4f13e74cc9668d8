export const SEPARATORS = [';', ',', '\t', '|'] as const
export type Separator = (typeof SEPARATORS)[number]

/**
 * The sign that cuts most lines as often, quoted texts left aside; among equals, the one that cuts more. A title
 * above the table is cut by none or by the comma of its sentence, and a cell may list as many countries as it
 * likes. A semicolon when nothing cuts.
 */
export function guessSeparator(head: string): Separator {
  const lines = firstLines(head, 10)
  let [best, most] = [';' as Separator, 0]
  for (const separator of SEPARATORS) {
    const cuts = lines.map((line) => line.split(separator).length - 1).filter((count) => count > 0)
    for (const count of new Set(cuts)) {
      const alike = cuts.filter((one) => one === count).length
      const score = alike + count / 1000
      if (score > most) [best, most] = [separator, score]
    }
  }
  return best
}

/** Without what stands between quotes, line breaks included. */
function firstLines(head: string, most: number): string[] {
  const bare = head.replace(/"(?:[^"]|"")*(?:"|$)/g, '')
  return bare
    .split(/\r\n|\r|\n/)
    .filter((line) => line !== '')
    .slice(0, most)
}
