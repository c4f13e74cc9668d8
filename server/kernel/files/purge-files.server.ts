import { and, eq, lt } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { storedFile } from '#db/schema/kernel.ts'
import { type Clock, systemClock } from '#server/kernel/clock.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'
import { log } from '#server/kernel/log.ts'
import { everyNetwork } from '#server/kernel/networks.ts'
import { files } from './files.server.ts'

/** Longer than any upload lasts: a row written before its bytes is not yet an orphan. */
const PATIENCE_MS = 60 * 60 * 1000

/** Bytes first, then the row that says where they were: cut between the two, the next purge ends it. */
export async function purgeDeletedFiles(clock: Clock): Promise<number> {
  const before = new Date(clock.now().getTime() - PATIENCE_MS)
  let purged = 0
  for (const network of everyNetwork()) {
    const gone = lt(storedFile.deletedAt, before)
    const mine = eq(storedFile.networkId, network.id)
    const rows = await inNetwork({ network }, (tx) =>
      tx
        .select({ id: storedFile.id, storageKey: storedFile.storageKey })
        .from(storedFile)
        .where(and(mine, gone)),
    )
    for (const { id, storageKey } of rows) {
      try {
        await files().store.delete(storageKey)
        await inNetwork({ network }, (tx) =>
          tx.delete(storedFile).where(and(mine, eq(storedFile.id, id), gone)),
        )
        purged++
      } catch (error) {
        log.warn({ err: error, network: network.slug, file: id }, 'a deleted file stays in the store')
      }
    }
  }
  return purged
}

export const purgeFiles: ScheduledJob = {
  name: 'kernel.purge-files',
  cron: '23 * * * *',
  run: async () => {
    await purgeDeletedFiles(systemClock)
  },
}
