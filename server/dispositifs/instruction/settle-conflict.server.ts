import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDossier } from '../dossier/locked-dossier.server.ts'
import { reasonMissing } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { passOn } from './pass-on.server.ts'
import { waitForReaders } from './take-turns.server.ts'

/** What was proposed is confirmed, or dismissed for a reason. Who withdrew by themselves is not called back. */
export async function settleConflict(
  ctx: Context,
  {
    dossierId,
    instructorId,
    state,
    note,
  }: {
    dossierId: string
    instructorId: string
    state: 'confirmed' | 'dismissed'
    note: string
  },
) {
  demand(ctx, dispositifs['jury:manage'])
  if (state === 'dismissed' && note.trim().length < 3) throw reasonMissing()
  await inNetwork(ctx, async (tx) => {
    const { sessionId } = await lockDossier(tx, ctx, dossierId)
    const { rows } = await tx.execute(sql`
      update conflict set state = ${state}, note = ${note.trim().slice(0, 1000)}, decided_by = ${ctx.account.id},
        decided_at = ${ctx.clock.now().toISOString()}::timestamptz
      where network_id = ${ctx.network.id} and dossier_id = ${dossierId} and instructor_id = ${instructorId}
        and not recused returning 1`)
    if (rows.length === 0) throw notFound()
    if (state === 'confirmed') {
      await waitForReaders(tx, ctx, sql`a.dossier_id = ${dossierId}`)
      await tx.execute(sql`delete from assignment a where a.network_id = ${ctx.network.id}
        and a.dossier_id = ${dossierId} and a.instructor_id = ${instructorId}
        and not exists (select from review r where r.network_id = a.network_id and r.dossier_id = a.dossier_id
          and r.instructor_id = a.instructor_id and r.submitted_at is not null)`)
      await passOn(tx, ctx, sessionId, [dossierId])
    }
    await record(tx, ctx, {
      action: `dossier.conflict_${state}`,
      objectType: 'dossier',
      objectId: dossierId,
      changes: { reason: note.trim() },
    })
  })
}
