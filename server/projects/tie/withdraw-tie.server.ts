import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { projectTie } from '#db/schema/projects.ts'
import { raiseRevision } from '#server/directory/public.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { nameOf, networkById } from '#server/kernel/networks.ts'
import { demand } from '#server/kernel/permissions.ts'
import { refreshProjectNetworks } from '../listing/write-project-listing.server.ts'
import { projects } from '../permissions.ts'
import { lockProject } from '../project/locked-project.server.ts'

/** Our end taken back: the project leaves the other network's panorama at once, whatever it had answered. */
export async function withdrawTie(ctx: Context, projectId: string, tieId: string) {
  demand(ctx, projects['project:tie'])
  await inNetwork(ctx, async (tx) => {
    await lockProject(tx, ctx, projectId)
    const [gone] = await tx
      .delete(projectTie)
      .where(
        and(
          eq(projectTie.networkId, ctx.network.id),
          eq(projectTie.id, tieId),
          eq(projectTie.projectId, projectId),
        ),
      )
      .returning()
    if (!gone) throw notFound()
    await refreshProjectNetworks(tx, ctx.network.id, [projectId])
    await raiseRevision(tx, ctx)
    const other = networkById(gone.otherNetworkId)
    await record(tx, ctx, {
      action: 'project.tie_withdrawn',
      objectType: 'project',
      objectId: projectId,
      changes: { organisation: gone.organisationName, network: other ? nameOf(other) : '' },
    })
  })
}
