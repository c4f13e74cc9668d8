import { expect, it } from 'vitest'
import { mayMiss } from './misses.ts'

it('puts off who tries many addresses of calendars, and nobody else', async () => {
  const answers = []
  for (let nth = 0; nth < 21; nth++) answers.push(await mayMiss('203.0.113.9'))
  expect(answers.filter(Boolean)).toHaveLength(20)
  expect(answers.at(-1)).toBe(false)
  expect(await mayMiss('203.0.113.10')).toBe(true)
})
