import { disconnect } from '#db/client.ts'
import type { FolderLock } from '#db/embedded/folder-lock.ts'
import type { OpenDatabase } from '#db/open.ts'
import type { Listening } from './http/listen.ts'
import type { Pages } from './http/pages.ts'
import type { Readiness } from './http/readiness.ts'
import type { Worker } from './kernel/jobs.ts'

/** What a start has opened so far. */
export type Running = {
  state: Readiness
  lock?: FolderLock
  server?: Listening
  /** The database that is ours to stop. */
  embedded?: Promise<OpenDatabase>
  pages?: Pages
  unsupervise?: () => Promise<void>
  worker?: Worker
}

const CONNECTIONS_MS = 3000
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms).unref())

/** Finishes what was begun, then closes in the order that leaves each what it stands on. */
export async function close(running: Running) {
  running.state.stopping = true
  running.lock?.markStopping()
  await running.unsupervise?.()
  await Promise.all([running.server?.close(), running.worker?.stop()])
  await running.pages?.close()
  // A statement may run longer than we wait: its connection ends with us.
  await Promise.race([disconnect(), pause(CONNECTIONS_MS)])
  const embedded = await running.embedded?.catch(() => null)
  await embedded?.cluster?.stop()
  running.lock?.release()
}
