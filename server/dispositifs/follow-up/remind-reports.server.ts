import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { type Clock, systemClock, today } from '#server/kernel/clock.ts'
import { type NetworkContext, unattended } from '#server/kernel/context.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'
import { everyNetwork } from '#server/kernel/networks.ts'
import { notifyEditors } from '../editor/notify-editors.server.ts'
import { writeLetter } from '../letter/send-letter.server.ts'

/** A month before a report is due, and once more a week after. */
const [BEFORE_DAYS, AFTER_DAYS] = [30, 7]

/**
 * Reminds those whose report is awaited, once before its day and once after; a day that is put off is
 * reminded of anew. What was sent is kept with the dossier, so that doing it twice sends it once.
 */
export async function remindOfReports(clock: Clock) {
  for (const network of everyNetwork()) {
    if (!network.modules.includes('dispositifs')) continue
    const ctx: NetworkContext = { ...unattended('reports'), network, clock }
    const day = today(clock, network.timeZone)
    await inNetwork(ctx, async (tx) => {
      const { rows } = await tx.execute<{ id: string; late: boolean }>(sql`
        select u.dossier_id as id, u.report_due_on < ${day}::date as late from dossier_follow_up u
          join dossier d on d.network_id = u.network_id and d.id = u.dossier_id
        where u.network_id = ${network.id} and d.state in ('financed', 'advance_paid', 'done')
          and ((u.report_due_on >= ${day}::date and u.report_due_on <= ${day}::date + ${BEFORE_DAYS}::int
              and u.reminded_before is distinct from u.report_due_on)
            or (u.report_due_on + ${AFTER_DAYS}::int <= ${day}::date
              and u.reminded_after is distinct from u.report_due_on))
        order by u.dossier_id for update of u`)
      for (const { id, late } of rows) {
        await writeLetter(tx, ctx, id, 'report_due')
        await notifyEditors(tx, ctx, id, 'dispositifs.report_due')
        await tx.execute(
          late
            ? sql`update dossier_follow_up set reminded_after = report_due_on
                where network_id = ${network.id} and dossier_id = ${id}`
            : sql`update dossier_follow_up set reminded_before = report_due_on
                where network_id = ${network.id} and dossier_id = ${id}`,
        )
      }
    })
  }
}

export const remindReports: ScheduledJob = {
  name: 'dispositifs.remind-reports',
  cron: '41 7 * * *',
  run: () => remindOfReports(systemClock),
}
