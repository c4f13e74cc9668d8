import { sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { record } from '#server/kernel/audit.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { changedMeanwhile } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import type { ConditionLine } from './read-item.server.ts'
import { standingCondition } from './standing-condition.ts'

/** What a dossier's opinion was subject to. */
export async function conditionsOf(ctx: Context, dossierId: string): Promise<ConditionLine[]> {
  demand(ctx, dispositifs['dossier:read'])
  return inNetwork(ctx, (tx) => conditionLines(tx, ctx, dossierId))
}

/** For whoever asked whose dossier it is already. */
export async function conditionLines(tx: Transaction, ctx: StaffContext, dossierId: string) {
  const { rows } =
    await tx.execute<ConditionLine>(sql`select id, text, due_on::text as "dueOn", met_on::text as "metOn", note, version
      from dossier_condition c where network_id = ${ctx.network.id} and dossier_id = ${dossierId}
        and ${standingCondition}
      order by due_on nulls last, created_at, id`)
  return rows
}

/** Met today, or not met after all. */
export async function meetCondition(
  ctx: Context,
  dossierId: string,
  { id, version, met, note }: { id: string; version: number; met: boolean; note: string },
) {
  demand(ctx, dispositifs['dossier:move'])
  await inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<{ version: number }>(sql`select version from dossier_condition
      where network_id = ${ctx.network.id} and dossier_id = ${dossierId} and id = ${id} for update`)
    if (!rows[0]) throw notFound()
    if (rows[0].version !== version) throw changedMeanwhile(rows[0].version)
    const day = today(ctx.clock, ctx.network.timeZone)
    await tx.execute(sql`update dossier_condition set met_on = ${met ? day : null}::date,
        met_by = ${met ? ctx.account.id : null}::uuid, note = ${note.trim().slice(0, 1000)}, version = version + 1,
        updated_at = ${ctx.clock.now().toISOString()}::timestamptz
      where network_id = ${ctx.network.id} and id = ${id}`)
    await record(tx, ctx, {
      action: met ? 'dossier.condition_met' : 'dossier.condition_unmet',
      ...{ objectType: 'dossier', objectId: dossierId },
    })
  })
}
