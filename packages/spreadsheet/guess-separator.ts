export const SEPARATORS = [';', ',', '\t', '|'] as const
export type Separator = (typeof SEPARATORS)[number]

/**
 * The sign that cuts the first line, quoted texts left aside, and cuts the next ones as often; a semicolon
 * when nothing cuts.
 */
export function guessSeparator(head: string): Separator {
  const lines = firstLines(head, 10)
  let [best, most] = [';' as Separator, 0]
  for (const separator of SEPARATORS) {
    const counts = lines.map((line) => line.split(separator).length - 1)
    const first = counts[0] ?? 0
    const alike = counts.filter((count) => count === first).length
    const score = first * (1 + alike / Math.max(1, counts.length))
    if (score > most) [best, most] = [separator, score]
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
