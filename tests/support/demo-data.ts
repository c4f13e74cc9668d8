import { beforeAll } from 'vitest'
import { loadDemo } from '#db/demo/load.ts'
import type { Scale } from '#db/demo/plans.ts'
import { clientOf, type TestDatabase } from './database.ts'

/** The demonstration's data at the scale a test needs. */
export function useDemoData(database: TestDatabase, scale: Scale, today = '2026-11-20') {
  beforeAll(async () => {
    const app = await clientOf(database.urls.app)
    await loadDemo({ owner: database.owner, app }, { ...scale, today, passwordHash: 'none: nobody signs in' })
    await app.end()
  })
}
