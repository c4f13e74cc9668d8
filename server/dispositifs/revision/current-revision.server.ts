import { and, desc, eq, isNotNull } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dispositifRevision } from '#db/schema/dispositifs.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

export type RevisionKind = 'form' | 'rules' | 'grid'

/** The last that was published: what a session opened today is bound to. */
export async function currentRevision(
  tx: Transaction,
  ctx: NetworkContext,
  dispositifId: string,
  kind: RevisionKind,
) {
  const { networkId, dispositifId: of, kind: is, publishedAt, number } = dispositifRevision
  const [row] = await tx
    .select()
    .from(dispositifRevision)
    .where(and(eq(networkId, ctx.network.id), eq(of, dispositifId), eq(is, kind), isNotNull(publishedAt)))
    .orderBy(desc(number))
    .limit(1)
  return row ?? null
}
