import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'
import { everyNetwork } from '#server/kernel/networks.ts'

/** A note or a task deleted a month ago is erased: nobody puts it back any more. */
export const forgetDeletedUpkeep: ScheduledJob = {
  name: 'crm.forget_deleted_upkeep',
  cron: '40 3 * * *',
  run: async () => {
    for (const network of everyNetwork())
      await inNetwork({ network }, async (tx) => {
        const long = sql`network_id = ${network.id} and deleted_at < now() - interval '30 days'`
        await tx.execute(sql`delete from organisation_note where ${long}`)
        await tx.execute(sql`delete from organisation_task where ${long}`)
      })
  },
}
