import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { type Clock, systemClock, today } from '#server/kernel/clock.ts'
import { type NetworkContext, unattended } from '#server/kernel/context.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'
import { everyNetwork } from '#server/kernel/networks.ts'
import { notify, notifyTeam } from '#server/kernel/notifications/notify.server.ts'
import { standingCondition } from '../sitting/standing-condition.ts'

const BEFORE_DAYS = 7

type Due = {
  id: string
  dossierId: string
  title: string
  text: string
  assigneeId: string | null
  editors: string[]
}

/** A week before a condition is due, then once it is late: whoever follows the dossier, and who writes it. */
export async function remindDueConditions(clock: Clock) {
  for (const network of everyNetwork()) {
    const ctx: NetworkContext = { ...unattended('remind-conditions'), network, clock }
    const day = today(clock, network.timeZone)
    await inNetwork(ctx, async (tx) => {
      const { rows } = await tx.execute<Due>(sql`
        select c.id, c.dossier_id as "dossierId", d.title, c.text, d.assignee_id as "assigneeId",
          array(select distinct e.account_id::text from dossier_editor e where e.network_id = d.network_id
            and e.dossier_id = d.id and e.removed_at is null and e.account_id is not null) as editors
        from dossier_condition c join dossier d on d.network_id = c.network_id and d.id = c.dossier_id
        where c.network_id = ${network.id} and c.met_on is null and ${standingCondition} and c.due_on <= ${day}::date + ${BEFORE_DAYS}::int
          and d.state not in ('refused', 'withdrawn', 'renounced', 'merged', 'settled')
          and (c.reminded_on is null or (c.due_on < ${day}::date and c.reminded_on <= c.due_on))
        for update of c`)
      for (const { id, dossierId, title, text, assigneeId, editors } of rows) {
        const notice = { kind: 'dispositifs.condition', params: { title, text } }
        const desk = `/${network.slug}/bureau/dispositifs/dossiers/${dossierId}/instruction`
        if (assigneeId) await notify(tx, ctx, { ...notice, accountId: assigneeId, path: desk })
        else await notifyTeam(tx, ctx, { ...notice, path: desk })
        for (const accountId of editors)
          if (accountId !== assigneeId)
            await notify(tx, ctx, {
              ...notice,
              accountId,
              path: `/${network.slug}/espace/dossiers/${dossierId}`,
            })
        await tx.execute(sql`update dossier_condition set reminded_on = ${day}
          where network_id = ${network.id} and id = ${id}`)
      }
    })
  }
}

export const remindConditions: ScheduledJob = {
  name: 'dispositifs.remind-conditions',
  cron: '35 5 * * *',
  run: () => remindDueConditions(systemClock),
}
