/** Relative luminance and contrast ratio as WCAG 2.2 defines them; colours are written #rrggbb. */
export const HEX_COLOUR = /^#[0-9a-f]{6}$/

export function contrastRatio(one: string, other: string): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (lighter + 0.05) / (darker + 0.05)
}

function luminance(colour: string): number {
  if (!HEX_COLOUR.test(colour)) throw new RangeError(`${colour} is not a colour written #rrggbb`)
  const [red, green, blue] = [1, 3, 5].map((at) =>
    linear(Number.parseInt(colour.slice(at, at + 2), 16) / 255),
  )
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
