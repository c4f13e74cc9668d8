import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { dispositif, dispositifRevision } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDispositif, thisDispositif } from '../dispositif/locked-dispositif.server.ts'
import { changedMeanwhile } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { demandUnlocked } from '../shared-template/demand-unlocked.server.ts'
import { tieOf } from '../shared-template/tie.server.ts'
import { blankRevisions } from './blank-revisions.ts'
import { type Contents, DRAFT } from './contents.ts'
import { currentRevision, type RevisionKind } from './current-revision.server.ts'
import { draftOf, nextNumber, sightOf, thisDraft } from './draft-of.server.ts'
import { notCustomised } from './errors.ts'

/** From now on its workshop is open: to additions where it follows a template, to everything where it does not. */
export async function customiseDispositif(ctx: Context, id: string): Promise<{ follows: boolean }> {
  demand(ctx, dispositifs['dispositif:write'])
  return inNetwork(ctx, async (tx) => {
    const row = await lockDispositif(tx, ctx, id)
    const tie = await tieOf(tx, ctx, id)
    const follows = tie !== null && tie.departedAt === null
    if (row.customised) return { follows }
    await tx
      .update(dispositif)
      .set({ customised: true, version: row.version + 1, updatedAt: ctx.clock.now() })
      .where(thisDispositif(ctx, id))
    await record(tx, ctx, { action: 'dispositif.customised', objectType: 'dispositif', objectId: id })
    return { follows }
  })
}

/**
 * One change to what is being written, begun from what is in force. Nothing is published by it, nothing
 * is written over what somebody else changed since the page was read, and what comes from a template stays.
 */
export async function editDraft<Kind extends RevisionKind, Made>(
  ctx: Context,
  dispositifId: string,
  kind: Kind,
  seen: string,
  change: (content: Contents[Kind], follows: boolean) => { content: Contents[Kind]; made: Made },
): Promise<Made> {
  demand(ctx, dispositifs['dispositif:write'])
  return inNetwork(ctx, async (tx) => {
    const row = await lockDispositif(tx, ctx, dispositifId)
    if (!row.customised) throw notCustomised()
    const draft = await draftOf(tx, ctx, dispositifId, kind)
    if (sightOf(draft) !== seen) throw changedMeanwhile(row.version)
    const before = draft ?? (await currentRevision(tx, ctx, dispositifId, kind))
    const tie = await tieOf(tx, ctx, dispositifId)
    const templateVersion = before?.templateVersion ?? null
    const { content, made } = change(
      DRAFT[kind].parse(before?.content ?? blankRevisions()[kind]),
      tie !== null && tie.departedAt === null,
    )
    demandUnlocked(tie, kind, templateVersion, content)
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
    await tx.insert(dispositifRevision).values({
      networkId,
      id,
      dispositifId,
      kind,
      number,
      templateVersion,
      ...set,
      createdAt: ctx.clock.now(),
    })
    return made
  })
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
