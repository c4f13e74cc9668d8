import { inNetwork } from '#db/client.ts'
import { dispositifRevision } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDispositif } from '../dispositif/locked-dispositif.server.ts'
import { changedMeanwhile } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { WHOLE } from './contents.ts'
import type { RevisionKind } from './current-revision.server.ts'
import { draftOf, sightOf, thisDraft } from './draft-of.server.ts'
import { draftFaulty } from './errors.ts'

/**
 * Puts a draft in force, as it was seen: sessions opened from now on are bound to it, and it never changes
 * again. Sessions that are there keep what they have until somebody moves them.
 */
export async function publishRevision(
  ctx: Context,
  dispositifId: string,
  kind: RevisionKind,
  { seen, note }: { seen: string; note: string },
): Promise<void> {
  demand(ctx, dispositifs['dispositif:write'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockDispositif(tx, ctx, dispositifId)
    const draft = await draftOf(tx, ctx, dispositifId, kind)
    if (!draft) throw notFound()
    if (sightOf(draft) !== seen) throw changedMeanwhile(row.version)
    const whole = WHOLE[kind].safeParse(draft.content)
    if (!whole.success) throw draftFaulty()
    const now = ctx.clock.now()
    await tx
      .update(dispositifRevision)
      .set({ publishedAt: now, updatedAt: now, accountId: ctx.account.id, note: note.trim().slice(0, 500) })
      .where(thisDraft(ctx, dispositifId, kind))
    await record(tx, ctx, {
      action: 'dispositif.revision_published',
      objectType: 'dispositif',
      objectId: dispositifId,
      changes: { kind, number: draft.number },
    })
  })
}
