import { sql } from 'drizzle-orm'
import { inNetwork, publicDb } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { upkeep } from '../rules.ts'

const MOST = 50

export type NetworkWork = {
  id: string
  kind: string
  state: string
  done: number
  total: number | null
  errorCode: string | null
  at: string
  by: string | null
}
export type HeldMail = { id: string; template: string; to: string; state: string; at: string }
export type ScheduledRun = { name: string; state: string | null; at: string | null }

/** What runs, waits and fails in this network, and when the tasks of every night last ran. */
export async function findTasks(ctx: Context) {
  demand(ctx, upkeep['task:see'])
  const { rows: works } = await inNetwork(ctx, (tx) =>
    tx.execute<NetworkWork>(sql`select w.id, w.kind, w.state, w.done, w.total, w.error_code as "errorCode",
        to_json(w.created_at)#>>'{}' as at, a.name as by
      from long_work w left join account a on a.id = w.account_id
      where w.network_id = ${ctx.network.id} and (w.state in ('waiting', 'running', 'failed'))
      order by w.created_at desc limit ${MOST}`),
  )
  const { rows: mails } = await publicDb().execute<HeldMail>(sql`
    select id, template, to_address as "to", state, to_json(created_at)#>>'{}' as at from outgoing_mail
    where network_id = ${ctx.network.id} and (state in ('failed', 'bounced', 'suppressed') or (state = 'waiting' and attempts > 0))
    order by created_at desc limit ${MOST}`)
  const { rows: scheduled } = await publicDb().execute<ScheduledRun>(sql`
    select s.name, j.state, to_json(j.at)#>>'{}' as at from pgboss.schedule s left join lateral (
      select state::text, coalesce(completed_on, started_on, created_on) as at from pgboss.job
      where name = s.name and state in ('completed', 'failed', 'active') order by created_on desc limit 1) j on true
    order by s.name`)
  return { works, mails, scheduled }
}
