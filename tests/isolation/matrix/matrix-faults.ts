import { networkTables } from '#tests/isolation/catalog/declared-tables.ts'
import { FOREIGN_OPERATIONS, type Probe } from './foreign-operations.ts'
import type { Ground } from './ground.ts'
import { ownRow } from './own-operations.ts'
import { REFERENCE_OPERATIONS } from './reference-operations.ts'
import { SETTING_OPERATIONS } from './setting-operations.ts'
import { toldRow } from './told-operations.ts'

/** What is tried on each table of a network; null when the wall held, else what came through. */
export const OPERATIONS: [string, Probe][] = Object.entries({
  ...FOREIGN_OPERATIONS,
  ...SETTING_OPERATIONS,
  ...REFERENCE_OPERATIONS,
  'everything, on a row of its own': ownRow,
  'everything, on a row it is told of': toldRow,
})

export async function matrixFaults(ground: Ground, tables = networkTables()): Promise<string[]> {
  const faults: string[] = []
  for (const table of tables) {
    for (const [name, probe] of OPERATIONS) {
      // Where the wall is broken the ground gives way too: a probe that cannot be played is a fault.
      const fault = await probe(ground, table).catch((error: Error) => error.message)
      if (fault) faults.push(`${table}: ${name}: ${fault}`)
    }
  }
  return faults
}
