import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)
const FAMILY = '@fontsource/source-sans-3'
/** In the order they are asked: what is French is in the first. */
const SUBSETS = ['latin', 'latin-ext', 'vietnamese', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext']
const WEIGHTS = { plain: 400, bold: 700 } as const

export type Weight = keyof typeof WEIGHTS
export type FontName = `${string} ${Weight}`

const ranges = SUBSETS.map((subset) => ({ subset, signs: signsOf(subset) }))

function signsOf(subset: string): (readonly [number, number])[] {
  const told: Record<string, string> = JSON.parse(readFileSync(resolve(`${FAMILY}/unicode.json`), 'utf8'))
  return told[subset]!.split(',').map((range) => {
    const [from, to = from] = range.replace('U+', '').split('-')
    return [Number.parseInt(from!, 16), Number.parseInt(to!, 16)] as const
  })
}

/** The subset that writes a sign; the first, whose box says that something is missing, when none does. */
export const subsetOf = (sign: number): string =>
  ranges.find(({ signs }) => signs.some(([from, to]) => sign >= from && sign <= to))?.subset ?? SUBSETS[0]!

const read = new Map<string, Buffer>()

export function fontFile(name: FontName): Buffer {
  const [subset, weight] = name.split(' ') as [string, Weight]
  const file = `${FAMILY}/files/source-sans-3-${subset}-${WEIGHTS[weight]}-normal.woff`
  if (!read.has(file)) read.set(file, readFileSync(resolve(file)))
  return read.get(file)!
}
