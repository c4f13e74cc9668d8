import { expect, it } from 'vitest'
import { headCount } from '../head-count/head-count.schema.ts'
import { comparePeople } from './compare-people.ts'

const count = (french: object, foreign: object = {}) => headCount.parse({ french, foreign })

it('sets who came beside who was expected, by origin, sex and age, and tells the difference', () => {
  const planned = count(
    { total: 22, girls: 12, boys: 10, bands: [{ from: 11, to: 17, girls: 12, boys: 10 }] },
    { total: 8 },
  )
  const achieved = count({
    total: 21,
    ...{ girls: 8, boys: 13 },
    bands: [
      { from: 18, to: 25, girls: 1, boys: 3 },
      { from: 11, to: 17, girls: 7, boys: 10 },
    ],
  })
  const told = comparePeople(planned, achieved).map(({ origin, of, ages, planned, achieved, by }) => [
    ...[origin, of, ages?.from ?? null],
    ...[planned, achieved, by],
  ])
  expect(told).toEqual([
    ['french', 'total', null, 22, 21, -1],
    ['french', 'girls', null, 12, 8, -4],
    ['french', 'girls', 11, 12, 7, -5],
    ['french', 'girls', 18, null, 1, 1],
    ['french', 'boys', null, 10, 13, 3],
    ['french', 'boys', 11, 10, 10, 0],
    ['french', 'boys', 18, null, 3, 3],
    ['foreign', 'total', null, 8, null, -8],
  ])
})
