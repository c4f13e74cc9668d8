import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { networkTables } from '#tests/isolation/catalog/declared-tables.ts'
import { useDatabase } from '#tests/support/database.ts'
import { closeGround, type Ground, openGround } from './ground.ts'
import { OPERATIONS } from './matrix-faults.ts'

const database = useDatabase()
let ground: Ground

beforeAll(async () => {
  ground = await openGround(database)
})
afterAll(() => closeGround(ground))

describe.each(networkTables())('A row of %s in one network is out of reach of another', (table) => {
  it.each(OPERATIONS)('%s', async (_, probe) => {
    expect(await probe(ground, table)).toBeNull()
  })
})
