import { and, eq, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, publicDb, type Transaction } from '#db/client.ts'
import { organisationListing } from '#db/schema/directory.ts'
import { projectTie } from '#db/schema/projects.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { activeNetwork, nameOf } from '#server/kernel/networks.ts'
import { demand } from '#server/kernel/permissions.ts'
import { fieldRefused } from '../errors.ts'
import { projects } from '../permissions.ts'
import { lockProject } from '../project/locked-project.server.ts'

/**
 * Our end: names an organisation that another network lists. That network reads the title, the lead
 * holder's name and this organisation's, and nothing else until the project is published.
 */
export async function proposeTie(
  ctx: Context,
  projectId: string,
  listing: { network: string; slug: string },
) {
  demand(ctx, projects['project:tie'])
  await inNetwork(ctx, (tx) => lockProject(tx, ctx, projectId))
  const other = activeNetwork(listing.network)
  if (!other || other.id === ctx.network.id) throw fieldRefused('tie', 'tie_unknown')
  const [organisation] = await publicDb()
    .select({ id: organisationListing.id, name: organisationListing.name })
    .from(organisationListing)
    .where(
      and(
        eq(organisationListing.networkId, other.id),
        eq(organisationListing.slug, listing.slug),
        eq(organisationListing.shownToNetworks, true),
      ),
    )
  if (!organisation) throw fieldRefused('tie', 'tie_unknown')
  return inNetwork(ctx, async (tx) => {
    const row = await lockProject(tx, ctx, projectId)
    const { rows } = await tx.execute<{ name: string }>(sql`
      select o.name from project_holder h
      join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
      where h.network_id = ${ctx.network.id} and h.project_id = ${projectId} order by h.lead desc limit 1`)
    if (await isTied(tx, ctx, projectId, other.id, organisation.id)) throw fieldRefused('tie', 'tied_already')
    const id = v7()
    const inserted = await tx
      .insert(projectTie)
      .values({
        networkId: ctx.network.id,
        id,
        projectId,
        otherNetworkId: other.id,
        organisationId: organisation.id,
        otherNowId: organisation.id,
        projectTitle: row.title,
        organisationName: organisation.name,
        holderName: rows[0]?.name ?? '',
        proposedBy: ctx.account.id,
        proposedAt: ctx.clock.now(),
      })
      .onConflictDoNothing()
      .returning({ id: projectTie.id })
    if (inserted.length === 0) throw fieldRefused('tie', 'tied_already')
    await record(tx, ctx, {
      action: 'project.tie_proposed',
      objectType: 'project',
      objectId: projectId,
      changes: { organisation: organisation.name, network: nameOf(other) },
    })
    return { id }
  })
}

/** Proposed for it, or for a record that was merged into it since. */
async function isTied(
  tx: Transaction,
  ctx: StaffContext,
  projectId: string,
  otherNetworkId: number,
  otherNowId: string,
) {
  const { rows } = await tx.execute(sql`select 1 from project_tie where network_id = ${ctx.network.id}
    and project_id = ${projectId} and other_network_id = ${otherNetworkId} and other_now_id = ${otherNowId}`)
  return rows.length > 0
}
