import { and, eq, isNull } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { absence } from '#db/schema/identity.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { absences } from '../rules.ts'

/** Back earlier, or not leaving after all: what awaited the person awaits them alone again. */
export async function endAbsence(ctx: Context, id: string) {
  demand(ctx, absences['absence:declare'])
  return inNetwork(ctx, async (tx) => {
    const [row] = await tx
      .update(absence)
      .set({ endedAt: ctx.clock.now() })
      .where(and(eq(absence.networkId, ctx.network.id), eq(absence.id, id), isNull(absence.endedAt)))
      .returning()
    if (!row) throw notFound()
    // Who stands in may fall ill too: they give the work back.
    if (![row.accountId, row.colleagueId].includes(ctx.account.id))
      demand(ctx, absences['absence:declare_for_others'])
    await record(tx, ctx, { action: 'absence.ended', objectType: 'absence', objectId: id })
  })
}
