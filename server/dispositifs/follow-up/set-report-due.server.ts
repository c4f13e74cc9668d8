import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { recordAll } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'

/** Until when the report of these dossiers is awaited; null, no day is set. Those of another network are absent. */
export async function setReportDue(ctx: Context, ids: string[], day: string | null): Promise<number> {
  demand(ctx, dispositifs['decision:record'])
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into dossier_follow_up as u (network_id, dossier_id, report_due_on)
      select d.network_id, d.id, ${day}::date from dossier d
      where d.network_id = ${ctx.network.id} and d.id = any (${sql.param(ids)}::uuid[])
      on conflict (network_id, dossier_id) do update set report_due_on = excluded.report_due_on
      returning u.dossier_id as id`)
    await recordAll(
      tx,
      ctx,
      rows.map(({ id }) => ({
        action: 'dossier.report_due_set',
        objectType: 'dossier',
        objectId: id,
        changes: { day },
      })),
    )
    return rows.length
  })
}
