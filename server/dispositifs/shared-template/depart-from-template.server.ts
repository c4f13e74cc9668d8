import { inNetwork } from '#db/client.ts'
import { dispositifTaken } from '#db/schema/dispositifs/template.ts'
import { dispositif } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDispositif, thisDispositif } from '../dispositif/locked-dispositif.server.ts'
import { dispositifs } from '../permissions.ts'
import { thisTie, tieOf } from './tie.server.ts'

/** From now on what comes from the template may be changed too; its newer versions are still proposed. */
export async function departFromTemplate(ctx: Context, id: string): Promise<void> {
  demand(ctx, dispositifs['dispositif:write'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockDispositif(tx, ctx, id)
    const tie = await tieOf(tx, ctx, id)
    if (!tie || row.archivedAt) throw notFound()
    if (tie.departedAt) return
    const now = ctx.clock.now()
    await tx
      .update(dispositifTaken)
      .set({ departedAt: now, departedBy: ctx.account.id })
      .where(thisTie(ctx, id))
    await tx
      .update(dispositif)
      .set({ customised: true, version: row.version + 1, updatedAt: now })
      .where(thisDispositif(ctx, id))
    await record(tx, ctx, {
      action: 'dispositif.departed',
      objectType: 'dispositif',
      objectId: id,
      changes: { version: tie.versions[0]!.version },
    })
  })
}
