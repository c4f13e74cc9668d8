import { and, eq, lt, ne } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { organisationMerge, organisationMergeLine } from '#db/schema/crm.ts'
import { type Clock, systemClock } from '#server/kernel/clock.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'
import { everyNetwork } from '#server/kernel/networks.ts'
import { DAYS_TO_UNDO } from './merge-undoing.ts'

/** Past the last day to undo, what a merge kept of two records serves nothing: that it happened stays. */
export async function forgetMerged(clock: Clock): Promise<void> {
  const before = new Date(clock.now().getTime() - DAYS_TO_UNDO * 86_400_000)
  for (const network of everyNetwork()) {
    await inNetwork({ network }, async (tx) => {
      const old = await tx
        .update(organisationMerge)
        .set({ keptBefore: {}, keptAfter: {}, mergedBefore: {} })
        .where(
          and(
            eq(organisationMerge.networkId, network.id),
            lt(organisationMerge.createdAt, before),
            ne(organisationMerge.keptBefore, {}),
          ),
        )
        .returning({ id: organisationMerge.id })
      for (const { id } of old)
        await tx
          .delete(organisationMergeLine)
          .where(and(eq(organisationMergeLine.networkId, network.id), eq(organisationMergeLine.mergeId, id)))
    })
  }
}

export const forgetMergedRecords: ScheduledJob = {
  name: 'crm.forget-merged',
  cron: '53 3 * * *',
  run: () => forgetMerged(systemClock),
}
