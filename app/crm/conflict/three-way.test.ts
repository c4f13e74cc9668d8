import { describe, expect, it } from 'vitest'
import { threeWay } from './three-way.ts'

const groups = [
  { name: 'name', keys: ['name'] },
  { name: 'address', keys: ['address', 'commune'] },
  { name: 'sectors', keys: ['sectors'] },
]
const base = { name: 'A', address: '1 rue', commune: 'Niort', sectors: ['water'] }

describe('Two people’s changes of one record', () => {
  it('are all kept when they changed different fields', () => {
    const merge = threeWay(groups, base, { ...base, name: 'B' }, { ...base, sectors: [] })
    expect(merge).toEqual({
      values: { ...base, name: 'B', sectors: [] },
      theirs: ['name'],
      mine: ['sectors'],
      both: [],
    })
  })

  it('are no conflict when both wrote the same', () => {
    const both = { ...base, name: 'B' }
    expect(threeWay(groups, base, both, both)).toMatchObject({ values: both, theirs: [], mine: [], both: [] })
  })

  it('of the same field leave what was typed, and ask', () => {
    const merge = threeWay(groups, base, { ...base, name: 'B' }, { ...base, name: 'C' })
    expect(merge).toMatchObject({ values: { name: 'C' }, both: ['name'] })
  })

  it('of fields that go together are taken together', () => {
    const merge = threeWay(groups, base, { ...base, commune: 'Pau' }, { ...base, address: '2 rue' })
    expect(merge).toMatchObject({ both: ['address'], values: { address: '2 rue', commune: 'Niort' } })
  })
})
