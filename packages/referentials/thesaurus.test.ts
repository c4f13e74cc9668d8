import { expect, test } from 'vitest'
import { isSector } from './sectors.ts'
import {
  renewedSectors,
  replacedSectors,
  SECTOR_CHANGES,
  sectorVersion,
  type ThesaurusChange,
} from './thesaurus.ts'

const CHANGES: ThesaurusChange[] = [
  { version: 3, since: '2029-01-01', becomes: { sanitation: ['water'] } },
  { version: 2, since: '2028-01-01', becomes: { waste: ['sanitation', 'environment'], digital: [] } },
]

test('gives the sectors of today to what was said under any former list', () => {
  expect(renewedSectors(['health', 'waste'], CHANGES)).toEqual(['health', 'water', 'environment'])
  expect(renewedSectors(['digital'], CHANGES)).toEqual([])
  expect(renewedSectors(['sanitation', 'water'], CHANGES)).toEqual(['water'])
})

test('changes nothing twice', () => {
  const once = renewedSectors(['waste', 'digital', 'culture'], CHANGES)
  expect(renewedSectors(once, CHANGES)).toEqual(once)
})

test('knows its version, the first when nothing changed', () => {
  expect(sectorVersion([])).toBe(1)
  expect(sectorVersion(CHANGES)).toBe(3)
})

test('the changes there were lead to sectors there are, and no sector of today was replaced', () => {
  const replaced = replacedSectors(SECTOR_CHANGES)
  expect(replaced.filter(isSector)).toEqual([])
  expect(renewedSectors(replaced, SECTOR_CHANGES).filter((key) => !isSector(key))).toEqual([])
})
