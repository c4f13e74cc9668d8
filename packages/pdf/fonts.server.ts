import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font, type Laid } from 'fontkit'
import { unpackWoff } from './unpack-woff.server.ts'

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

const MOST_WORDS = 5000

/** Papers say the same words: how one is laid out is worked out once. Who asks scales what they are given. */
function remembering(font: Font): Font {
  const known = new Map<string, Laid>()
  const layOut = font.layout.bind(font)
  font.layout = (text, features) => {
    if (features) return layOut(text, features)
    const laid = known.get(text) ?? layOut(text)
    if (known.size >= MOST_WORDS) known.clear()
    known.set(text, laid)
    const positions = laid.positions.map((one) => ({ ...one }))
    return Object.assign(Object.create(Object.getPrototypeOf(laid)), laid, { positions })
  }
  return font
}

const read = new Map<FontName, Font>()

/** Parsed once for all papers: what tells how signs stand together is long to read. */
export function fontOf(name: FontName): Font {
  let font = read.get(name)
  if (!font) {
    const [subset, weight] = name.split(' ') as [string, Weight]
    const file = resolve(`${FAMILY}/files/source-sans-3-${subset}-${WEIGHTS[weight]}-normal.woff`)
    font = remembering(create(unpackWoff(readFileSync(file))))
    read.set(name, font)
  }
  return font
}
