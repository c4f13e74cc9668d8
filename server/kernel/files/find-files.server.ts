import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { account } from '#db/schema/identity.ts'
import { storedFile } from '#db/schema/kernel.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { isReadable } from './read-file.server.ts'

export type FileLine = Awaited<ReturnType<typeof findFiles>>[number]

/** The files of one owner, the last first. Who calls has asked who may. */
export async function findFiles(
  tx: Transaction,
  ctx: NetworkContext,
  owner: { ownerType: string; ownerId: string },
) {
  const rows = await tx
    .select({
      id: storedFile.id,
      name: storedFile.name,
      size: storedFile.size,
      mediaType: storedFile.mediaType,
      verdict: storedFile.verdict,
      createdBy: storedFile.createdBy,
      createdAt: storedFile.createdAt,
      by: account.name,
    })
    .from(storedFile)
    .leftJoin(account, eq(account.id, storedFile.createdBy))
    .where(
      and(
        eq(storedFile.networkId, ctx.network.id),
        eq(storedFile.ownerType, owner.ownerType),
        eq(storedFile.ownerId, owner.ownerId),
        isNull(storedFile.deletedAt),
      ),
    )
    .orderBy(desc(storedFile.createdAt), desc(storedFile.id))
  return rows.map(({ createdBy, createdAt, ...row }) => ({
    ...row,
    at: createdAt.toISOString(),
    readable: isReadable({ verdict: row.verdict, createdBy }, ctx.account?.id),
  }))
}
