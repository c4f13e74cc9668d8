import { and, eq, lt } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { supportAct } from '#db/schema/support.ts'
import { type Clock, systemClock } from '#server/kernel/clock.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'
import { everyNetwork } from '#server/kernel/networks.ts'

/** As long as one may still want it back. */
const KEPT_DAYS = 30

export async function forgetActsRemovedLongAgo(clock: Clock) {
  const before = new Date(clock.now().getTime() - KEPT_DAYS * 86_400_000)
  for (const network of everyNetwork()) {
    await inNetwork({ network }, (tx) =>
      tx
        .delete(supportAct)
        .where(and(eq(supportAct.networkId, network.id), lt(supportAct.removedAt, before))),
    )
  }
}

export const forgetRemovedActs: ScheduledJob = {
  name: 'support.forget-removed-acts',
  cron: '23 3 * * *',
  run: () => forgetActsRemovedLongAgo(systemClock),
}
