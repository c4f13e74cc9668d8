import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dispositifTaken } from '#db/schema/dispositifs/template.ts'
import { dispositif, dispositifRevision } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDispositif, thisDispositif } from '../dispositif/locked-dispositif.server.ts'
import { changedMeanwhile } from '../errors.ts'
import { refreshListing } from '../listing/refresh-listing.server.ts'
import { dispositifs } from '../permissions.ts'
import { draftOf, nextNumber, thisDraft } from '../revision/draft-of.server.ts'
import { followLetters } from './follow-letters.server.ts'
import { followedFacts } from './followed-facts.ts'
import { offerFrom } from './offers.server.ts'
import { partsOf, type Taking, takingOf } from './template-state.server.ts'
import { thisTie, tieOf } from './tie.server.ts'
import { keepVersion } from './tie-dispositif.server.ts'

/**
 * Takes the template's last version, as it was read: a draft of each part it changes, with the network's own
 * additions in it. Sessions keep what they have; what the network wrote otherwise stays, and is told.
 */
export async function takeVersion(ctx: Context, id: string, seen: number): Promise<void> {
  demand(ctx, dispositifs['dispositif:write'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockDispositif(tx, ctx, id)
    const tie = await tieOf(tx, ctx, id)
    if (!tie || row.archivedAt) throw notFound()
    const offer = await offerFrom(tx, ctx, { network: tie.sourceNetwork, source: tie.source })
    if (offer?.version !== seen) throw changedMeanwhile(row.version)
    const taking = takingOf(await partsOf(tx, ctx, tie), offer)
    const held = tie.versions[0]!
    if (held.version >= offer.version && taking.length === 0) return
    await keepVersion(tx, ctx, id, offer)
    await tx.update(dispositifTaken).set({ toldVersion: offer.version }).where(thisTie(ctx, id))
    for (const part of taking) await writeDraft(tx, ctx, id, part, offer.version)
    if (held.version < offer.version) {
      await followLetters(tx, ctx, id, held.content.letters, offer.content.letters)
      await tx
        .update(dispositif)
        .set({
          ...followedFacts(held.content, row, offer.content),
          ...{ version: row.version + 1, updatedAt: ctx.clock.now() },
        })
        .where(thisDispositif(ctx, id))
      await refreshListing(tx, ctx, id)
    }
    await record(tx, ctx, {
      action: 'dispositif.version_taken',
      objectType: 'dispositif',
      objectId: id,
      changes: { version: offer.version, parts: taking.map(({ kind }) => kind) },
    })
  })
}

async function writeDraft(
  tx: Transaction,
  ctx: StaffContext,
  dispositifId: string,
  { kind, content }: Taking,
  templateVersion: number,
) {
  const now = ctx.clock.now()
  const set = { content, templateVersion, accountId: ctx.account.id, updatedAt: now }
  if (await draftOf(tx, ctx, dispositifId, kind)) {
    await tx
      .update(dispositifRevision)
      .set(set)
      .where(thisDraft(ctx, dispositifId, kind))
    return
  }
  const number = await nextNumber(tx, ctx, dispositifId, kind)
  await tx.insert(dispositifRevision).values({
    ...{ networkId: ctx.network.id, id: v7(), dispositifId, kind, number, ...set, createdAt: now },
  })
}
