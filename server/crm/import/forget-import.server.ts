import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { organisationImport } from '#db/schema/crm/import.ts'
import { storedFile } from '#db/schema/kernel.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { lockImport, thisImport } from './import-row.server.ts'

/** An import that wrote nothing goes whole, its file with it. */
export async function forgetImport(ctx: Context, id: string): Promise<void> {
  demand(ctx, crm['import:run'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockImport(tx, ctx, id, ['refused', 'matching', 'checked'])
    await tx.delete(organisationImport).where(thisImport(ctx, id))
    await tx
      .update(storedFile)
      .set({ deletedAt: ctx.clock.now() })
      .where(
        and(
          eq(storedFile.networkId, ctx.network.id),
          eq(storedFile.ownerType, 'organisation_import'),
          eq(storedFile.ownerId, id),
        ),
      )
    await record(tx, ctx, {
      action: 'import.forgotten',
      objectType: 'organisation_import',
      objectId: id,
      changes: { name: row.name },
    })
  })
}
