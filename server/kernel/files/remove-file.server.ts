import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { storedFile } from '#db/schema/kernel.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'

/** Takes a file off its owner at once; its bytes go with the next purge. Gives its name, for the history. */
export async function removeFile(
  tx: Transaction,
  ctx: NetworkContext,
  file: { id: string; ownerType: string; ownerId: string },
): Promise<string> {
  const [row] = await tx
    .update(storedFile)
    .set({ deletedAt: ctx.clock.now() })
    .where(
      and(
        eq(storedFile.networkId, ctx.network.id),
        eq(storedFile.id, file.id),
        eq(storedFile.ownerType, file.ownerType),
        eq(storedFile.ownerId, file.ownerId),
        isNull(storedFile.deletedAt),
      ),
    )
    .returning({ name: storedFile.name })
  if (!row) throw notFound()
  return row.name
}
