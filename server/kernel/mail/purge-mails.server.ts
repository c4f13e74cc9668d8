import { and, lt, notInArray } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { outgoingMail } from '#db/schema/kernel.ts'
import { systemClock } from '#server/kernel/clock.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'

export const KEPT_DAYS = 90

/** Whom we wrote to is personal data: kept as long as a question about it may come, no longer. */
export const purgeMails: ScheduledJob = {
  name: 'kernel.purge-mails',
  cron: '41 3 * * *',
  run: async () => {
    const before = new Date(systemClock.now().getTime() - KEPT_DAYS * 86_400_000)
    await publicDb()
      .delete(outgoingMail)
      .where(and(lt(outgoingMail.createdAt, before), notInArray(outgoingMail.state, ['waiting', 'sending'])))
  },
}
