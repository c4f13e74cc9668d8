import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { type Clock, systemClock } from '#server/kernel/clock.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'
import { everyNetwork } from '#server/kernel/networks.ts'

const IMPORT_KEPT_DAYS = 90

/**
 * Files that came in or went out are copies of records: past their day they go, and with imports the lines
 * they were read into. What was done, by whom and what for, stays.
 */
export async function forgetExchanged(clock: Clock): Promise<void> {
  const now = clock.now().toISOString()
  for (const network of everyNetwork()) {
    await inNetwork({ network }, async (tx) => {
      const old = sql`select id from organisation_import where network_id = ${network.id}
        and created_at < ${now}::timestamptz - ${IMPORT_KEPT_DAYS} * interval '1 day'
        and state not in ('reading', 'checking', 'writing', 'undoing')`
      await tx.execute(
        sql`delete from organisation_import_line where network_id = ${network.id} and import_id in (${old})`,
      )
      await tx.execute(
        sql`update organisation_import set above = '[]'
          where network_id = ${network.id} and above <> '[]' and id in (${old})`,
      )
      await tx.execute(sql`update stored_file set deleted_at = ${now}::timestamptz
        where network_id = ${network.id} and deleted_at is null and (
          owner_type = 'organisation_import' and owner_id in (${old})
          or owner_type = 'list_request' and owner_id in (
            select id from list_request where network_id = ${network.id} and kept_until < ${now}::date))`)
    })
  }
}

export const forgetExchangedFiles: ScheduledJob = {
  name: 'crm.forget-exchanged-files',
  cron: '50 3 * * *',
  run: () => forgetExchanged(systemClock),
}
