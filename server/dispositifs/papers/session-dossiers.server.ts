import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { dispositifs } from '../permissions.ts'

export type NamedDossier = { id: string; number: number; external: string | null; title: string }

/** Those a paper may be given to, as one names them, and the documents that the form of their session asks for. */
export async function sessionDossiers(ctx: Context, session: { id: string; formId: string }) {
  demand(ctx, dispositifs['dossier:import'])
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<NamedDossier>(sql`select id, number, external_number as external, title
      from dossier where network_id = ${ctx.network.id} and session_id = ${session.id} and state <> 'merged'
        and emptied_at is null
      order by number limit 3000`)
    const { sections } = await formOf(tx, ctx, session.formId)
    const fields = sections
      .flatMap((section) => section.fields)
      .flatMap(({ key, label, type }) => (type === 'file' ? [{ key, label }] : []))
    return { dossiers: rows, fields }
  })
}
