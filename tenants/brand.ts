import { z } from 'zod'
import { contrastRatio, HEX_COLOUR } from './contrast.ts'

export const PAPER = '#faf8f3'
const WHITE = '#ffffff'

export type Colours = { brand: string; brandStrong: string; brandSoft: string; onBrand: string }

/** Every pair a page prints. White on brandStrong asks for more: the rail sets dimmer greys on it. */
const PRINTED_PAIRS: {
  field: keyof Colours
  says: string
  least: number
  pair: (colours: Colours) => [string, string]
}[] = [
  { field: 'brand', says: 'brand on paper', least: 4.5, pair: (c) => [c.brand, PAPER] },
  { field: 'brand', says: 'brand on white', least: 4.5, pair: (c) => [c.brand, WHITE] },
  { field: 'onBrand', says: 'onBrand on brand', least: 4.5, pair: (c) => [c.onBrand, c.brand] },
  {
    field: 'brandSoft',
    says: 'brandStrong on brandSoft',
    least: 4.5,
    pair: (c) => [c.brandStrong, c.brandSoft],
  },
  { field: 'brandStrong', says: 'white on brandStrong', least: 7, pair: (c) => [WHITE, c.brandStrong] },
]

const colour = z.string().regex(HEX_COLOUR, {
  error: 'must be a colour written #rrggbb, in small letters',
  abort: true,
})

export const brandSchema = z
  .strictObject({
    initials: z.string().regex(/^[\p{L}\p{N}]{1,3}$/u, 'must be one to three letters or figures'),
    brand: colour,
    brandStrong: colour,
    brandSoft: colour,
    onBrand: colour,
  })
  .superRefine((colours, ctx) => {
    for (const { field, says, least, pair } of PRINTED_PAIRS) {
      const [text, ground] = pair(colours)
      const ratio = contrastRatio(text, ground)
      if (ratio >= least) continue
      // Cut, not rounded: 4.497 must not be reported as 4.50.
      const shown = (Math.floor(ratio * 100) / 100).toFixed(2)
      const message = `${says} (${text} on ${ground}) has a contrast of ${shown}; it needs at least ${least}`
      ctx.addIssue({ code: 'custom', path: [field], message })
    }
  })
