import { type Colours, PAPER } from './brand.ts'
import { contrastRatio } from './contrast.ts'

const WHITE = '#ffffff'
const BLACK = '#000000'

/** The colour itself when it reads as text on paper, else the first darker shade of it that does. */
export function readableShade(colour: string): string {
  return darkened(colour, (shade) => contrastRatio(shade, PAPER) >= 4.5)
}

/** A whole brand out of its one colour, which must be readable: every printed pair then is. */
export function coloursFrom(brand: string): Colours {
  // Visibly darker than the brand, and dark enough for the dimmer greys set on it.
  const start = mixed(brand, BLACK, 0.3)
  const brandStrong = darkened(start, (shade) => contrastRatio(WHITE, shade) >= 8)
  return { brand, brandStrong, brandSoft: mixed(brand, WHITE, 0.88), onBrand: WHITE }
}

/** The colour of the wheel that is farthest from those already worn, dark enough to be read. */
export function unwornColour(worn: string[]): string {
  const taken = worn.map(hueOf)
  const apart = (hue: number) =>
    Math.min(...taken.map((other) => Math.min((hue - other + 360) % 360, (other - hue + 360) % 360)))
  const hues = Array.from({ length: 360 }, (_, hue) => hue)
  const best = taken.length ? hues.reduce((one, other) => (apart(other) > apart(one) ? other : one)) : 0
  return readableShade(fromHue(best))
}

const STEP = 0.005

function darkened(colour: string, suits: (shade: string) => boolean): string {
  for (let share = 0; ; share += STEP) {
    const shade = mixed(colour, BLACK, Math.min(share, 1))
    if (suits(shade)) return shade
  }
}

/** `share` of the other colour, from 0 to 1. */
function mixed(colour: string, other: string, share: number): string {
  const [one, two] = [channels(colour), channels(other)]
  return hex(one.map((value, at) => value + (two[at]! - value) * share))
}

function hueOf(colour: string): number {
  const [red, green, blue] = channels(colour) as [number, number, number]
  return (Math.atan2(Math.sqrt(3) * (green - blue), 2 * red - green - blue) * (180 / Math.PI) + 360) % 360
}

const SATURATION = 0.75
const LIGHTNESS = 0.36

function fromHue(hue: number): string {
  const chroma = SATURATION * Math.min(LIGHTNESS, 1 - LIGHTNESS)
  return hex(
    [0, 8, 4].map((offset) => {
      const step = (offset + hue / 30) % 12
      return 255 * (LIGHTNESS - chroma * Math.max(-1, Math.min(step - 3, 9 - step, 1)))
    }),
  )
}

const channels = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
const hex = (values: number[]) =>
  `#${values.map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`
