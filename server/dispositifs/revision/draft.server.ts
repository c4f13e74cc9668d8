import { and, eq, isNull, max } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dispositif, dispositifRevision } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDispositif, thisDispositif } from '../dispositif/locked-dispositif.server.ts'
import { changedMeanwhile } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { blankRevisions } from './blank-revisions.ts'
import { type Contents, DRAFT } from './contents.ts'
import { currentRevision, type RevisionKind } from './current-revision.server.ts'
import { notCustomised } from './errors.ts'

/** From now on its form, its rules and its grid may be changed; what the template becomes is told, not taken. */
export async function customiseDispositif(ctx: Context, id: string): Promise<void> {
  demand(ctx, dispositifs['dispositif:write'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockDispositif(tx, ctx, id)
    if (row.customised) return
    await tx
      .update(dispositif)
      .set({ customised: true, version: row.version + 1, updatedAt: ctx.clock.now() })
      .where(thisDispositif(ctx, id))
    await record(tx, ctx, { action: 'dispositif.customised', objectType: 'dispositif', objectId: id })
  })
}

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

/**
 * One change to what is being written, begun from what is in force. Nothing is published by it, and nothing
 * is written over what somebody else changed since the page was read.
 */
export async function editDraft<Kind extends RevisionKind, Made>(
  ctx: Context,
  dispositifId: string,
  kind: Kind,
  seen: string,
  change: (content: Contents[Kind]) => { content: Contents[Kind]; made: Made },
): Promise<Made> {
  demand(ctx, dispositifs['dispositif:write'])
  return inNetwork(ctx, async (tx) => {
    const row = await lockDispositif(tx, ctx, dispositifId)
    if (!row.customised) throw notCustomised()
    const draft = await draftOf(tx, ctx, dispositifId, kind)
    if (sightOf(draft) !== seen) throw changedMeanwhile(row.version)
    const before = draft ?? (await currentRevision(tx, ctx, dispositifId, kind))
    const { content, made } = change(DRAFT[kind].parse(before?.content ?? blankRevisions()[kind]))
    const set = { content: DRAFT[kind].parse(content), accountId: ctx.account.id, updatedAt: ctx.clock.now() }
    if (draft) {
      await tx
        .update(dispositifRevision)
        .set(set)
        .where(thisDraft(ctx, dispositifId, kind))
      return made
    }
    const number = await nextNumber(tx, ctx, dispositifId, kind)
    const { id, networkId } = { id: v7(), networkId: ctx.network.id }
    await tx
      .insert(dispositifRevision)
      .values({ networkId, id, dispositifId, kind, number, ...set, createdAt: ctx.clock.now() })
    return made
  })
}

async function nextNumber(tx: Transaction, ctx: NetworkContext, dispositifId: string, kind: RevisionKind) {
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

/** Gives up what was being written: what is in force was never touched. */
export async function discardDraft(ctx: Context, dispositifId: string, kind: RevisionKind): Promise<void> {
  demand(ctx, dispositifs['dispositif:write'])
  await inNetwork(ctx, async (tx) => {
    await lockDispositif(tx, ctx, dispositifId)
    await tx.delete(dispositifRevision).where(thisDraft(ctx, dispositifId, kind))
    await record(tx, ctx, {
      action: 'dispositif.draft_discarded',
      objectType: 'dispositif',
      objectId: dispositifId,
      changes: { kind },
    })
  })
}
