/** What stands in rows and never in titles: numbers, addresses, days. */
const DATA = /^(?:\+?[\d .,/-]{4,}|\S+@\S+\.\S+|https?:\/\/\S+|\d{4}-\d{2}-\d{2}.*|W\d{9})$/i
/** A title may be the whole question of a form, and is no paragraph. */
const LONGEST_TITLE = 200
/** Known titles make a line theirs from this many on. */
const ENOUGH_KNOWN = 2

/**
 * Which of the first lines holds the titles of the columns: the one with the most titles known already, else
 * the first whose cells are most of them filled, short, distinct and no data. A line of data as full as the table
 * ends the search; null when nothing stands above it.
 */
export function guessHeading(
  lines: string[][],
  isKnown: (title: string) => boolean = () => false,
): number | null {
  const said = lines.map(filled)
  const widest = Math.max(0, ...said.map((cells) => cells.length))
  const data = said.findIndex((cells) => cells.length * 2 > widest && !mayTitle(cells))
  const likely = said.slice(0, data < 0 ? undefined : data).flatMap((cells, at) => {
    return mayTitle(cells) ? [{ at, cells, known: [...new Set(cells)].filter(isKnown).length }] : []
  })
  const known = likely.filter((one) => one.known >= ENOUGH_KNOWN && one.known * 3 >= one.cells.length)
  if (known.length > 0) return known.reduce((best, one) => (one.known > best.known ? one : best)).at
  const plain = likely.find(
    ({ cells }) => cells.length * 2 > widest && new Set(cells).size * 2 >= cells.length,
  )
  const several = likely.find(({ cells }) => cells.length > 1)
  return (plain ?? several ?? likely[0])?.at ?? null
}

const filled = (cells: string[]) => cells.map((cell) => cell.trim()).filter(Boolean)

function mayTitle(said: string[]): boolean {
  const data = said.filter((cell) => DATA.test(cell)).length
  const short = said.every((cell) => cell.length <= LONGEST_TITLE)
  return said.length > 0 && short && data < Math.max(1, said.length / 4)
}
