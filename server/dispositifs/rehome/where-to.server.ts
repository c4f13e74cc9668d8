import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { demandDossier } from '../dossier/locked-dossier.server.ts'
import type { DossierState } from '../lifecycle/lifecycle.ts'
import { dispositifs } from '../permissions.ts'

export type Twin = {
  id: string
  number: number
  title: string
  state: DossierState
  holder: string | null
  submittedAt: Date | null
  /** The same organisation holds both, whatever their titles. */
  sameHolder: boolean
}

/** Of the same session, those that may be this one deposited twice: the same holder first, then the rest. */
export async function whereTo(ctx: Context, id: string) {
  demand(ctx, dispositifs['dossier:move'])
  return inNetwork(ctx, async (tx) => {
    const row = await demandDossier(tx, ctx, id)
    const { rows: twins } = await tx.execute<Twin>(sql`
      select f.id, f.number, f.title, f.state, o.name as holder, f.submitted_at as "submittedAt",
        exists (select from dossier_holder a join dossier_holder b
          on b.network_id = a.network_id and b.organisation_id = a.organisation_id
          where a.network_id = f.network_id and a.dossier_id = f.id and b.dossier_id = ${id}) as "sameHolder"
      from dossier f
        left join dossier_holder h on h.network_id = f.network_id and h.dossier_id = f.id and h.lead
        left join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
      where f.network_id = ${ctx.network.id} and f.session_id = ${row.sessionId} and f.id <> ${id}
        and f.state not in ('merged', 'withdrawn')
      order by "sameHolder" desc, f.number limit 200`)
    const { rows: sessions } = await tx.execute<{
      id: string
      name: string
      code: string
      closesAt: Date
    }>(sql`
      select s.id, s.name, d.code, s.closes_at as "closesAt"
      from dispositif_session s join dispositif d on d.network_id = s.network_id and d.id = s.dispositif_id
      where s.network_id = ${ctx.network.id} and s.id <> ${row.sessionId} and d.archived_at is null
        and s.dispositif_id = (select dispositif_id from dispositif_session
          where network_id = ${ctx.network.id} and id = ${row.sessionId})
      order by s.closes_at desc`)
    return { row, twins, sessions }
  })
}
