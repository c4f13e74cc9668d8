import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { moveDossiers } from '../dossier/move-dossiers.server.ts'
import { dispositifs } from '../permissions.ts'

/** Every file of a session that all its readers have handed in goes on to the jury. */
export async function finishReading(ctx: Context, sessionId: string): Promise<number> {
  demand(ctx, dispositifs['dossier:move'])
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute<{ id: string }>(sql`
      select d.id from dossier d join assignment a on a.network_id = d.network_id and a.dossier_id = d.id
        left join review r on r.network_id = a.network_id and r.dossier_id = a.dossier_id
          and r.instructor_id = a.instructor_id
      where d.network_id = ${ctx.network.id} and d.session_id = ${sessionId} and d.state = 'eligible'
      group by d.network_id, d.id having count(*) = count(r.submitted_at)`),
  )
  const seen = rows.map(({ id }) => ({ id, from: 'eligible' as const }))
  return (await moveDossiers(ctx, seen, 'instructed', '')).moved
}
