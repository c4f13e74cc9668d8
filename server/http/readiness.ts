import { rawPool } from '#db/client.ts'
import { isMigrated } from '#db/migrate.ts'

export type Readiness = { starting: boolean; stopping: boolean }

const PATIENCE_MS = 2000

/** True when a request would be served: started, not draining, the database answers and has this build's schema. */
export async function isReady(state: Readiness): Promise<boolean> {
  if (state.starting || state.stopping) return false
  try {
    return await Promise.race([isMigrated(rawPool() as never), silence()])
  } catch {
    return false
  }
}

/** A database that is frozen or out of reach answers nothing at all: whoever asks us is answered. */
const silence = () => new Promise<false>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref())
