import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { storedFile } from '#db/schema/kernel.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

/** Pictures are read by all as long as the project is. */
export async function showPictures(tx: Transaction, ctx: NetworkContext, id: string, isPublic: boolean) {
  await tx
    .update(storedFile)
    .set({ isPublic })
    .where(
      and(
        eq(storedFile.networkId, ctx.network.id),
        eq(storedFile.ownerType, 'project'),
        eq(storedFile.ownerId, id),
        // One still coming follows by itself, and is not waited for: it waits for the project.
        isNull(storedFile.deletedAt),
      ),
    )
}
