import { rawPool } from '#db/client.ts'
import { isMigrated } from '#db/migrate.ts'

export type Readiness = { starting: boolean; stopping: boolean }

/** True when a request would be served: started, not draining, the database answers and has this build's schema. */
export async function isReady(state: Readiness): Promise<boolean> {
  if (state.starting || state.stopping) return false
  try {
    return await isMigrated(rawPool() as never)
  } catch {
    return false
  }
}
