import { describe, expect, it } from 'vitest'
import { useDatabase } from '#tests/support/database.ts'
import { catalogFaults } from './catalog-faults.ts'

const database = useDatabase()

describe('The catalog of a migrated database', () => {
  it('breaks no rule of the tenant wall', async () => {
    expect(await catalogFaults(database.superuser)).toEqual([])
  })

  it('tells its owner the same, who is no superuser', async () => {
    expect(await catalogFaults(database.owner)).toEqual([])
  })
})
