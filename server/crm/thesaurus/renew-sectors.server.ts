import { and, arrayOverlaps, asc, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import {
  renewedSectors,
  replacedSectors,
  SECTOR_CHANGES,
  sectorVersion,
  type ThesaurusChange,
} from '#packages/referentials/thesaurus.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { inBatches } from '#server/kernel/in-batches.server.ts'
import { saveRecord } from '../organisation/save-record.server.ts'

const BATCH = 200

/**
 * Gives a network's records the sectors of today's list, at the start of a version that changed it. What
 * they said before stays in their history; a published record's listing follows. A batch a transaction:
 * cut short, it goes on at the next start.
 */
export async function renewSectors(ctx: NetworkContext, changes: ThesaurusChange[] = SECTOR_CHANGES) {
  const replaced = replacedSectors(changes)
  if (replaced.length === 0) return { renewed: 0 }
  return { renewed: await inBatches(ctx, BATCH, (tx) => renewSome(tx, ctx, changes, replaced)) }
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
    const sectors = renewedSectors(before.sectors, changes)
    // Said in other words, it is no fresher for that.
    await saveRecord(
      tx,
      ctx,
      before,
      { sectors, updatedAt: before.updatedAt },
      {
        action: 'organisation.sectors_renewed',
        changes: { sectors: { from: before.sectors, to: sectors }, thesaurus: sectorVersion(changes) },
      },
    )
  }
  return rows.length
}
