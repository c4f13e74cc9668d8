import { expect, test } from 'vitest'
import { brandSchema } from './brand.ts'
import { contrastRatio } from './contrast.ts'

const sound = {
  initials: 'SO',
  brand: '#a63a16',
  brandStrong: '#6b230b',
  brandSoft: '#fbe9e0',
  onBrand: '#ffffff',
}
const refusals = (brand: object) =>
  brandSchema.safeParse(brand).error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []

test('black on white is 21, a colour on itself is 1, the order does not matter', () => {
  expect(contrastRatio('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrastRatio('#a63a16', '#a63a16')).toBe(1)
  expect(contrastRatio('#ffffff', '#a63a16')).toBe(contrastRatio('#a63a16', '#ffffff'))
})

test('the known border cases of AA fall on their side: #767676 on white passes, #777777 does not', () => {
  expect(contrastRatio('#767676', '#ffffff')).toBeGreaterThanOrEqual(4.5)
  expect(contrastRatio('#777777', '#ffffff')).toBeLessThan(4.5)
})

test('sound colours are accepted', () => {
  expect(refusals(sound)).toEqual([])
})

test('a brand that pales on paper is refused, with the measure and the need', () => {
  expect(refusals({ ...sound, brand: '#e9a80b' })).toContain(
    'brand: brand on paper (#e9a80b on #faf8f3) has a contrast of 1.96; it needs at least 4.5',
  )
})

test('each printed pair is measured', () => {
  expect(refusals({ ...sound, brand: '#767676' })).toEqual([expect.stringContaining('brand on paper')])
  expect(refusals({ ...sound, onBrand: '#6b230b' })).toEqual([expect.stringContaining('onBrand on brand')])
  expect(refusals({ ...sound, brandSoft: '#a63a16' })).toEqual([expect.stringContaining('on brandSoft')])
  expect(refusals({ ...sound, brandStrong: '#767676' })).toEqual([
    expect.stringContaining('on brandSoft'),
    expect.stringContaining('white on brandStrong'),
  ])
})

test('a colour written otherwise than #rrggbb is refused before any measure', () => {
  expect(refusals({ ...sound, brand: 'red' })).toEqual([
    'brand: must be a colour written #rrggbb, in small letters',
  ])
})
