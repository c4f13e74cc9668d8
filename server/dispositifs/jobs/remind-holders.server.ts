import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { type Clock, systemClock, today } from '#server/kernel/clock.ts'
import { type NetworkContext, unattended } from '#server/kernel/context.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'
import { everyNetwork } from '#server/kernel/networks.ts'
import { tellEditors } from '../editor/tell-editors.server.ts'

const CLOSING_DAYS = 3
const DUE_DAYS = 2
const DAY_MS = 86_400_000

type Draft = { id: string; closesAt: string; timeZone: string }
type Due = { id: string; dossierId: string; dueOn: string }

/** Each once: drafts whose call closes soon, and corrections that are due soon. */
export async function remindHolders(clock: Clock): Promise<number> {
  let told = 0
  for (const network of everyNetwork()) {
    if (!network.modules.includes('dispositifs')) continue
    const ctx: NetworkContext = { ...unattended('dispositifs.remind-holders'), network, clock }
    const now = clock.now()
    const soon = new Date(now.getTime() + CLOSING_DAYS * DAY_MS)
    const until = new Date(now.getTime() + DUE_DAYS * DAY_MS)
    const dueBy = today({ now: () => until }, network.timeZone)
    await inNetwork(ctx, async (tx) => {
      const { rows: drafts } = await tx.execute<Draft>(sql`
        update dossier d set closing_told_at = ${now.toISOString()}::timestamptz
        from dispositif_session s join dispositif f on f.network_id = s.network_id and f.id = s.dispositif_id
        where s.network_id = d.network_id and s.id = d.session_id and d.network_id = ${network.id}
          and d.state = 'draft' and d.origin = 'here' and d.closing_told_at is null and f.intake = 'here'
          and s.published_at is not null
          and s.closes_at > ${now.toISOString()}::timestamptz and s.closes_at <= ${soon.toISOString()}::timestamptz
        returning d.id, s.closes_at as "closesAt", s.time_zone as "timeZone"`)
      for (const { id, closesAt, timeZone } of drafts)
        await tellEditors(tx, ctx, id, {
          ...{ what: 'closing', notice: 'dispositifs.closing', timeZone },
          at: new Date(closesAt).toISOString(),
        })
      const { rows: due } = await tx.execute<Due>(sql`
        update dossier_correction c set reminded_at = ${now.toISOString()}::timestamptz
        from dossier d
        where d.network_id = c.network_id and d.id = c.dossier_id and d.state = 'to_correct'
          and c.network_id = ${network.id} and c.reminded_at is null and c.answered_at is null
          and c.cancelled_at is null and c.due_on <= ${dueBy}::date
          and c.asked_at < ${new Date(now.getTime() - DAY_MS).toISOString()}::timestamptz
        returning c.id, c.dossier_id as "dossierId", c.due_on::text as "dueOn"`)
      for (const { dossierId, dueOn } of due)
        await tellEditors(tx, ctx, dossierId, {
          ...{ what: 'correctionSoon', notice: 'dispositifs.correction_due', dueOn, page: '/remplir' },
        })
      told += drafts.length + due.length
      // An address that was never proven, and what somebody typed of their organisation.
      await tx.execute(sql`delete from dossier_start
        where network_id = ${network.id} and dossier_id is null
          and created_at < ${new Date(now.getTime() - 7 * DAY_MS).toISOString()}::timestamptz`)
    })
  }
  return told
}

export const remindHoldersDaily: ScheduledJob = {
  name: 'dispositifs.remind-holders',
  cron: '10 * * * *',
  run: async () => {
    await remindHolders(systemClock)
  },
}
