import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'

export type NamedDossier = { id: string; number: number; external: string | null; title: string }

/** Those a paper may be given to, as one names them. */
export async function sessionDossiers(ctx: Context, sessionId: string): Promise<NamedDossier[]> {
  demand(ctx, dispositifs['dossier:import'])
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<NamedDossier>(sql`select id, number, external_number as external, title
      from dossier where network_id = ${ctx.network.id} and session_id = ${sessionId} and state <> 'merged'
      order by number limit 3000`)
    return rows
  })
}
