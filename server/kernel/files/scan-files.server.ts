import { and, eq, isNull } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { storedFile } from '#db/schema/kernel.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'
import { everyNetwork } from '#server/kernel/networks.ts'
import { files } from './files.server.ts'

const MOST_AT_ONCE = 100

/** What was kept while the antivirus was out of reach is shown to it as soon as it answers. */
export async function scanWaitingFiles() {
  const { store, scan } = files()
  if (!scan) return
  for (const network of everyNetwork()) {
    const mine = eq(storedFile.networkId, network.id)
    const waiting = and(mine, eq(storedFile.verdict, 'not_scanned'), isNull(storedFile.deletedAt))
    const rows = await inNetwork({ network }, (tx) =>
      tx
        .select({ id: storedFile.id, storageKey: storedFile.storageKey })
        .from(storedFile)
        .where(waiting)
        .limit(MOST_AT_ONCE),
    )
    for (const { id, storageKey } of rows) {
      const bytes = await store.get(storageKey)
      const verdict = bytes ? await scan(bytes) : 'not_scanned'
      if (verdict === 'not_scanned') continue
      await inNetwork({ network }, (tx) =>
        tx
          .update(storedFile)
          .set({ verdict })
          .where(and(mine, eq(storedFile.id, id))),
      )
    }
  }
}

export const scanFiles: ScheduledJob = {
  name: 'kernel.scan-files',
  cron: '*/10 * * * *',
  run: scanWaitingFiles,
}
