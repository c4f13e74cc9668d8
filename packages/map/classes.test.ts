import { expect, it } from 'vitest'
import { classesOf, shadeOf } from './classes.ts'

it('classes have bounds that exist, share the values out, and leave zero apart', () => {
  expect(classesOf([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).toEqual([
    { from: 1, to: 2 },
    { from: 3, to: 4 },
    { from: 5, to: 6 },
    { from: 7, to: 8 },
    { from: 9, to: 10 },
  ])
  expect(shadeOf(0, classesOf([0, 4]))).toBe(0)
})

it('the same value is never in two classes, and few values make few classes', () => {
  expect(classesOf([5, 5, 5, 5, 9])).toEqual([
    { from: 5, to: 5 },
    { from: 9, to: 9 },
  ])
  expect(classesOf([3])).toEqual([{ from: 3, to: 3 }])
  expect(classesOf([])).toEqual([])
  for (const { from, to } of classesOf([1, 1, 1, 2, 2, 8, 8, 8, 8, 40])) expect(from <= to).toBe(true)
})

it('five shades are used from the lightest to the darkest, whatever the number of classes', () => {
  const classes = classesOf([1, 2, 3])
  expect([1, 2, 3].map((value) => shadeOf(value, classes))).toEqual([1, 3, 5])
})
