import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { markServed, removeOldest } from './build.ts'

const dir = mkdtempSync(join(tmpdir(), 'maillage-builds-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

describe('Builds of the pages', () => {
  it('that are old go, but the one a running server serves stays', () => {
    for (let age = 1; age <= 8; age++) {
      mkdirSync(join(dir, `age-${age}`))
      if (age === 8) markServed(join(dir, 'age-8'))
      const at = new Date(Date.now() - age * 60_000)
      utimesSync(join(dir, `age-${age}`), at, at)
    }
    removeOldest(dir)
    expect(readdirSync(dir).sort()).toEqual(['age-1', 'age-2', 'age-3', 'age-4', 'age-5', 'age-8'])
  })
})
