import { and, eq, isNotNull } from 'drizzle-orm'
import { inNetwork, publicDb } from '#db/client.ts'
import { networkHost } from '#db/schema/portal.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'
import { log } from '#server/kernel/log.ts'
import { lookForProof } from '../host/host-proof.server.ts'

/** A host whose proof is gone may have a new owner: it is no longer served. Silence proves nothing. */
export const recheckHosts: ScheduledJob = {
  name: 'portal.recheck-hosts',
  cron: '43 3 * * *',
  run: async () => {
    const open = await publicDb().select().from(networkHost).where(isNotNull(networkHost.verifiedAt))
    for (const { networkId, host, token } of open) {
      const proof = await lookForProof(host, token)
      if (proof === 'proven' || proof === 'unknown') continue
      log.warn({ host, proof }, 'own host no longer proven')
      await inNetwork({ network: { id: networkId } }, (tx) =>
        tx
          .update(networkHost)
          .set({ verifiedAt: null })
          .where(
            and(
              eq(networkHost.networkId, networkId),
              eq(networkHost.host, host),
              eq(networkHost.token, token),
            ),
          ),
      )
    }
  },
}
