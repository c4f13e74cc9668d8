import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { type TeamName, teamNamesSql } from '#server/identity/public.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { demandAssignee } from '../task/write-task.server.ts'
import { lockOrganisation } from './locked-organisation.server.ts'
import type { RecordPart } from './record-part.ts'

/** Somebody of the team looks after an organisation, or nobody any more. Says nothing of the record itself: its version stands. */
export async function keepOrganisation(ctx: Context, id: string, accountId: string | null) {
  demand(ctx, crm['organisation:write'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockOrganisation(tx, ctx, id)
    if (row.lookedAfterBy === accountId) return
    await demandAssignee(tx, ctx, accountId)
    await tx.execute(sql`update organisation set looked_after_by = ${accountId}
      where network_id = ${ctx.network.id} and id = ${id}`)
    await record(tx, ctx, { action: 'organisation.kept', objectType: 'organisation', objectId: id })
  })
}

/** Whom tasks and records can be given to. */
export const teamOfRecord: RecordPart<TeamName[]> = {
  rule: crm['organisation:read'],
  json: (ctx) => sql`select coalesce(jsonb_agg(p), '[]') from (${teamNamesSql(ctx)}) p`,
}
