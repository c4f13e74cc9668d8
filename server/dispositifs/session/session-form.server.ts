import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { type TeamName, teamNamesSql } from '#server/identity/public.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { dispositifs } from '../permissions.ts'
import { getSession } from './get-session.server.ts'

/** What writing a dossier of this session takes: its form, and to whom in the team it can be given. */
export async function sessionForm(ctx: Context, sessionId: string, formId?: string) {
  demand(ctx, dispositifs['dossier:write'])
  const session = await getSession(ctx, sessionId)
  return inNetwork(ctx, async (tx) => {
    const { rows: team } = await tx.execute<TeamName>(sql`${teamNamesSql(ctx)}`)
    return { session, team, definition: await formOf(tx, ctx, formId ?? session.formId) }
  })
}
