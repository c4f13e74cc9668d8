import { and, eq, isNull, max } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dispositifRevision } from '#db/schema/dispositifs.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import type { RevisionKind } from './current-revision.server.ts'

export const thisDraft = (ctx: NetworkContext, dispositifId: string, kind: RevisionKind) =>
  and(
    eq(dispositifRevision.networkId, ctx.network.id),
    eq(dispositifRevision.dispositifId, dispositifId),
    eq(dispositifRevision.kind, kind),
    isNull(dispositifRevision.publishedAt),
  )

export async function draftOf(
  tx: Transaction,
  ctx: NetworkContext,
  dispositifId: string,
  kind: RevisionKind,
) {
  const [row] = await tx
    .select()
    .from(dispositifRevision)
    .where(thisDraft(ctx, dispositifId, kind))
  return row ?? null
}

/** By which a page says what it saw: the draft at one moment, or that there was none. */
export const sightOf = (draft: { updatedAt: Date } | null) => draft?.updatedAt.toISOString() ?? ''

export async function nextNumber(
  tx: Transaction,
  ctx: NetworkContext,
  dispositifId: string,
  kind: RevisionKind,
) {
  const [row] = await tx
    .select({ last: max(dispositifRevision.number) })
    .from(dispositifRevision)
    .where(
      and(
        eq(dispositifRevision.networkId, ctx.network.id),
        eq(dispositifRevision.dispositifId, dispositifId),
        eq(dispositifRevision.kind, kind),
      ),
    )
  return (row?.last ?? 0) + 1
}
