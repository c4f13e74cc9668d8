import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { type Clock, systemClock } from '#server/kernel/clock.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'
import { everyNetwork } from '#server/kernel/networks.ts'

/** What nobody confirmed in a week will not be. */
const UNCONFIRMED_DAYS = 7
const ANSWERED_MONTHS = 12

/** Messages past the months their network keeps them, what was never confirmed, links that open nothing any more. */
export const purgePageData: ScheduledJob = {
  name: 'crm.purge-page-data',
  cron: '23 3 * * *',
  run: () => purgeAt(systemClock),
}

export async function purgeAt(clock: Clock) {
  const now = sql`${clock.now().toISOString()}::timestamptz`
  const unconfirmed = sql`${now} - ${UNCONFIRMED_DAYS} * interval '1 day'`
  const answered = sql`${now} - ${ANSWERED_MONTHS} * interval '1 month'`
  for (const network of everyNetwork()) {
    const { id } = network
    await inNetwork({ network }, async (tx) => {
      await tx.execute(sql`
        delete from organisation_message where network_id = ${id} and (sent_at < ${now} - interval '1 month' *
            coalesce((select messages_kept_months from network_setting where network_id = ${id}), 12)
          or confirmed_at is null and sent_at < ${unconfirmed})`)
      await tx.execute(sql`
        delete from registration
        where network_id = ${id} and confirmed_at is null and asked_at < ${unconfirmed}`)
      await tx.execute(sql`
        delete from representation_request where network_id = ${id} and account_id is null
          and (confirmed_at is null and asked_at < ${unconfirmed} or decided_at < ${answered})`)
      await tx.execute(sql`
        delete from registration where network_id = ${id} and decided_at < ${answered}`)
      await tx.execute(sql`
        update page_proposal set reply_to = null, author = '' where network_id = ${id}
          and account_id is null and decided_at < ${answered} and (reply_to is not null or author <> '')`)
      await tx.execute(sql`delete from public_link where network_id = ${id} and expires_at < ${now}`)
    })
  }
}
