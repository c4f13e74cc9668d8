import { and, arrayOverlaps, asc, eq } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import {
  renewedSectors,
  replacedSectors,
  SECTOR_CHANGES,
  sectorVersion,
  type ThesaurusChange,
} from '#packages/referentials/thesaurus.ts'
import { writeListing } from '#server/directory/public.ts'
import { record } from '#server/kernel/audit.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { getMemberUntil } from '#server/membership/public.ts'
import { thisOrganisation } from '../organisation/locked-organisation.server.ts'

const BATCH = 200

/**
 * Gives a network's records the sectors of today's list, at the start of a version that changed it. What
 * they said before stays in their history; a published record's listing follows. A batch a transaction:
 * cut short, it goes on at the next start.
 */
export async function renewSectors(ctx: NetworkContext, changes: ThesaurusChange[] = SECTOR_CHANGES) {
  const replaced = replacedSectors(changes)
  let renewed = 0
  if (replaced.length === 0) return { renewed }
  for (;;) {
    const done = await inNetwork(ctx, (tx) => renewSome(tx, ctx, changes, replaced))
    renewed += done
    if (done < BATCH) return { renewed }
  }
}

async function renewSome(
  tx: Transaction,
  ctx: NetworkContext,
  changes: ThesaurusChange[],
  replaced: string[],
) {
  const rows = await tx
    .select()
    .from(organisation)
    .where(and(eq(organisation.networkId, ctx.network.id), arrayOverlaps(organisation.sectors, replaced)))
    .orderBy(asc(organisation.id))
    .limit(BATCH)
    .for('update')
  for (const before of rows) {
    const next = { sectors: renewedSectors(before.sectors, changes), version: before.version + 1 }
    await tx.update(organisation).set(next).where(thisOrganisation(before))
    const { slug, publishedAt, id } = before
    if (slug && publishedAt)
      await writeListing(
        tx,
        ctx,
        { ...before, ...next, slug, publishedAt },
        await getMemberUntil(tx, ctx, id),
      )
    await record(tx, ctx, {
      action: 'organisation.sectors_renewed',
      objectType: 'organisation',
      objectId: id,
      changes: { sectors: { from: before.sectors, to: next.sectors }, thesaurus: sectorVersion(changes) },
    })
  }
  return rows.length
}
