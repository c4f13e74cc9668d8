import { and, arrayOverlaps, asc, eq, inArray, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { project, projectProposal } from '#db/schema/projects.ts'
import {
  renewedSectors,
  replacedSectors,
  SECTOR_CHANGES,
  sectorVersion,
  type ThesaurusChange,
} from '#packages/referentials/thesaurus.ts'
import { record } from '#server/kernel/audit.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { inBatches } from '#server/kernel/in-batches.server.ts'
import { writeProjectListing } from '../listing/write-project-listing.server.ts'
import { baseIn, changesIn } from '../proposal/own-projects.server.ts'
import type { ProjectChanges } from '../proposal/proposal.ts'
import { thisProject } from './locked-project.server.ts'

const BATCH = 200

/**
 * Gives a network's projects, and what members propose of them, the sectors of today's list: what is kept in
 * the words of another could not be saved again. A batch a transaction, as of records.
 */
export async function renewProjectSectors(ctx: NetworkContext, changes: ThesaurusChange[] = SECTOR_CHANGES) {
  const replaced = replacedSectors(changes)
  if (replaced.length === 0) return { renewed: 0 }
  const renewed = await inBatches(ctx, BATCH, (tx) => renewSome(tx, ctx, changes, replaced))
  await inNetwork(ctx, (tx) => renewProposals(tx, ctx, changes, replaced))
  return { renewed }
}

async function renewSome(
  tx: Transaction,
  ctx: NetworkContext,
  changes: ThesaurusChange[],
  replaced: string[],
) {
  const rows = await tx
    .select()
    .from(project)
    .where(and(eq(project.networkId, ctx.network.id), arrayOverlaps(project.sectors, replaced)))
    .orderBy(asc(project.id))
    .limit(BATCH)
    .for('no key update')
  for (const before of rows) {
    const sectors = renewedSectors(before.sectors, changes)
    // Said in other words, it is no fresher for that; a form that was open meanwhile does not write over it.
    await tx
      .update(project)
      .set({ sectors, version: before.version + 1 })
      .where(thisProject(before))
    if (before.publishedAt) await writeProjectListing(tx, ctx, before.id)
    await record(tx, ctx, {
      action: 'project.sectors_renewed',
      objectType: 'project',
      objectId: before.id,
      changes: { sectors: { from: before.sectors, to: sectors }, thesaurus: sectorVersion(changes) },
    })
  }
  return rows.length
}

/** Those that are still open: what was answered stays as it was read. */
async function renewProposals(
  tx: Transaction,
  ctx: NetworkContext,
  changes: ThesaurusChange[],
  replaced: string[],
) {
  const { networkId, id, state, proposed } = projectProposal
  const waiting = await tx
    .select()
    .from(projectProposal)
    .where(
      and(
        eq(networkId, ctx.network.id),
        inArray(state, ['draft', 'submitted']),
        sql`(${proposed} -> 'sectors') ?| ${sql.param(replaced)}::text[]
          or (${projectProposal.base} -> 'sectors') ?| ${sql.param(replaced)}::text[]`,
      ),
    )
    .for('no key update')
  const today = (said: ProjectChanges) =>
    said.sectors ? { ...said, sectors: renewedSectors(said.sectors, changes) } : said
  for (const one of waiting)
    await tx
      .update(projectProposal)
      .set({ proposed: today(changesIn(one)), base: today(baseIn(one)) })
      .where(and(eq(networkId, one.networkId), eq(id, one.id)))
}
