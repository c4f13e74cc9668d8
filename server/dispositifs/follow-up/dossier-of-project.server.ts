import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { type Context, requireNetwork } from '#server/kernel/context.ts'
import { may } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'

/** The dossier that a project was made from, for who may read it. */
export async function dossierOfProject(ctx: Context, projectId: string) {
  requireNetwork(ctx)
  if (!ctx.network.modules.includes('dispositifs') || !may(ctx, dispositifs['dossier:read'])) return null
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute<{ id: string; name: string }>(sql`
      select f.id, p.code || ' ' || f.number || case when f.title = '' then '' else ' · ' || f.title end as name
      from dossier_follow_up u
        join dossier f on f.network_id = u.network_id and f.id = u.dossier_id
        join dispositif_session s on s.network_id = f.network_id and s.id = f.session_id
        join dispositif p on p.network_id = s.network_id and p.id = s.dispositif_id
      where u.network_id = ${ctx.network.id} and u.project_id = ${projectId}`),
  )
  return rows[0] ?? null
}
