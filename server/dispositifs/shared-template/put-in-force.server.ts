import { and, eq, inArray } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { dispositifRevision } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDispositif } from '../dispositif/locked-dispositif.server.ts'
import { changedMeanwhile } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { REVISION_KINDS, WHOLE } from '../revision/contents.ts'
import { draftOf, sightOf } from '../revision/draft-of.server.ts'
import { draftFaulty } from '../revision/errors.ts'
import { tieOf } from './tie.server.ts'

/** Publishes together every draft that the last version taken made, as they were seen. */
export async function putTakenInForce(ctx: Context, id: string, seen: string): Promise<void> {
  demand(ctx, dispositifs['dispositif:write'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockDispositif(tx, ctx, id)
    const tie = await tieOf(tx, ctx, id)
    if (!tie || row.archivedAt) throw notFound()
    const { version } = tie.versions[0]!
    const found = await Promise.all(REVISION_KINDS.map((kind) => draftOf(tx, ctx, id, kind)))
    const drafts = found.flatMap((draft) => (draft?.templateVersion === version ? [draft] : []))
    if (drafts.length === 0 || drafts.map(sightOf).join(' ') !== seen) throw changedMeanwhile(row.version)
    if (drafts.some(({ kind, content }) => !WHOLE[kind].safeParse(content).success)) throw draftFaulty()
    const now = ctx.clock.now()
    const ids = drafts.map((draft) => draft.id)
    await tx
      .update(dispositifRevision)
      .set({ publishedAt: now, updatedAt: now, accountId: ctx.account.id })
      .where(and(eq(dispositifRevision.networkId, ctx.network.id), inArray(dispositifRevision.id, ids)))
    await record(tx, ctx, {
      action: 'dispositif.version_in_force',
      objectType: 'dispositif',
      objectId: id,
      changes: { version, parts: drafts.map(({ kind, number }) => `${kind} ${number}`) },
    })
  })
}
