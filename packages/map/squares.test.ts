import { expect, it } from 'vitest'
import { communeSquares } from './commune-squares.server.ts'
import { SQUARE, squareOf, squaresOf } from './squares.ts'

it('a frame holds the squares it touches, on both sides of Greenwich and of the equator', () => {
  expect(squaresOf([-0.4, -0.2, 1.1, 0.3])).toEqual(['-1_-1', '-1_0', '0_-1', '0_0', '1_-1', '1_0'])
})

it('each commune stands in the square its place is in, and the largest are named from farthest', () => {
  const bordeaux = JSON.parse(communeSquares().get(squareOf(-0.5792, 44.8378))!)
  const found = bordeaux.features.filter(
    ({ properties }: never) => (properties as { name: string }).name === 'Bordeaux',
  )
  expect(found).toHaveLength(1)
  expect(found[0].properties.from).toBe(9)
  expect(
    Math.max(...bordeaux.features.map((one: { properties: { from: number } }) => one.properties.from)),
  ).toBe(12)
})

it('a square is small enough to be fetched at each step, and its name is one an address may have', () => {
  for (const [square, file] of communeSquares()) {
    expect(square).toMatch(SQUARE)
    expect(file.length, square).toBeLessThan(250_000)
  }
  expect(communeSquares().size).toBeGreaterThan(80)
})
