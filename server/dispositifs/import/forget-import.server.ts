import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { dossierImport } from '#db/schema/dispositifs/import.ts'
import { storedFile } from '#db/schema/kernel.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'
import { lockImport, thisImport } from './import-row.server.ts'

/** Gives up a file of which nothing was written, and forgets its lines. */
export async function forgetImport(ctx: Context, id: string): Promise<void> {
  demand(ctx, dispositifs['dossier:import'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockImport(tx, ctx, id, ['refused', 'matching', 'checked'])
    await tx
      .update(storedFile)
      .set({ deletedAt: ctx.clock.now() })
      .where(
        and(
          eq(storedFile.networkId, ctx.network.id),
          eq(storedFile.ownerType, 'dossier_import'),
          eq(storedFile.ownerId, id),
        ),
      )
    await tx.delete(dossierImport).where(thisImport(ctx, id))
    await record(tx, ctx, {
      action: 'dossier_import.forgotten',
      objectType: 'dispositif_session',
      objectId: row.sessionId,
      changes: { name: row.name },
    })
  })
}
