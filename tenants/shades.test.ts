import fc from 'fast-check'
import { expect, test } from 'vitest'
import { brandSchema, PAPER } from './brand.ts'
import { contrastRatio } from './contrast.ts'
import { loadNetworks } from './load.ts'
import { coloursFrom, readableShade, unwornColour } from './shades.ts'

const anyColour = fc
  .integer({ min: 0, max: 0xffffff })
  .map((value) => `#${value.toString(16).padStart(6, '0')}`)
const passes = (brand: string) => brandSchema.safeParse({ initials: 'A', ...coloursFrom(brand) }).success

test('whatever colour is asked, its readable shade makes a brand that meets AA everywhere', () => {
  fc.assert(
    fc.property(anyColour, (colour) => passes(readableShade(colour))),
    { numRuns: 500, examples: [['#ffffff'], ['#000000'], ['#ffff00'], ['#0000ff']] },
  )
})

test('a colour that reads well is kept, a pale one becomes barely dark enough', () => {
  expect(readableShade('#a63a16')).toBe('#a63a16')
  const shade = readableShade('#ffcc00')
  expect(contrastRatio(shade, PAPER)).toBeGreaterThanOrEqual(4.5)
  expect(contrastRatio(shade, PAPER)).toBeLessThan(4.6)
})

test('networks created one after the other do not wear the colour of another', () => {
  const worn = loadNetworks().map(({ brand }) => brand.brand)
  for (let created = 0; created < 20; created++) {
    const colour = unwornColour(worn)
    expect(worn).not.toContain(colour)
    expect(passes(colour)).toBe(true)
    worn.push(colour)
  }
})
