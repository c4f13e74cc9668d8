import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { DossierState } from '../lifecycle/lifecycle.ts'
import { dispositifs } from '../permissions.ts'

export type OwnDossier = {
  id: string
  number: number
  title: string
  state: DossierState
  code: string
  dispositif: string
  session: string
  intake: 'here' | 'elsewhere'
  closesAt: string
  timeZone: string
  submittedAt: string | null
  /** Of the correction that is awaited. */
  dueOn: string | null
}

/** The dossiers this person writes, those that await something of them first. */
export async function myDossiers(ctx: Context): Promise<OwnDossier[]> {
  demand(ctx, dispositifs['dossier:hold'])
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute<OwnDossier>(sql`
      select f.id, f.number, f.title, f.state, d.code, d.name as dispositif, s.name as session, d.intake,
        s.closes_at as "closesAt", s.time_zone as "timeZone", f.submitted_at as "submittedAt",
        c.due_on::text as "dueOn"
      from dossier_editor e
        join dossier f on f.network_id = e.network_id and f.id = e.dossier_id
        join dispositif_session s on s.network_id = f.network_id and s.id = f.session_id
        join dispositif d on d.network_id = s.network_id and d.id = s.dispositif_id
        left join dossier_correction c on c.network_id = f.network_id and c.dossier_id = f.id and f.state = 'to_correct'
          and c.answered_at is null and c.cancelled_at is null
      where e.network_id = ${ctx.network.id} and e.account_id = ${ctx.account.id}
        and e.removed_at is null and f.state <> 'merged'
      order by case when f.state in ('to_correct', 'draft') then 0 else 1 end, f.updated_at desc, f.id`),
  )
  return rows.map((row) => ({
    ...row,
    closesAt: new Date(row.closesAt).toISOString(),
    submittedAt: row.submittedAt && new Date(row.submittedAt).toISOString(),
  }))
}
