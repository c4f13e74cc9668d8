import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'

const MOST = 30

/** The last dossiers of a dispositif, on which a letter is tried. */
export async function dossiersToTry(ctx: Context, dispositifId: string) {
  demand(ctx, dispositifs['dossier:read'])
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute<{ id: string; number: number; title: string }>(sql`
      select d.id, d.number, d.title from dossier d
        join dispositif_session s on s.network_id = d.network_id and s.id = d.session_id
      where d.network_id = ${ctx.network.id} and s.dispositif_id = ${dispositifId} and d.state <> 'merged'
      order by (d.granted_cents is not null) desc, d.moved_at desc, d.id limit ${MOST}`),
  )
  return rows
}
