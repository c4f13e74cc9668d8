import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { project, projectListing } from '#db/schema/projects.ts'
import { raiseRevision } from '#server/directory/public.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { projects } from '../permissions.ts'
import { showPictures } from '../picture/show-pictures.server.ts'
import { lockProject, thisProject } from './locked-project.server.ts'

export async function unpublishProject(ctx: Context, id: string): Promise<void> {
  demand(ctx, projects['project:publish'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockProject(tx, ctx, id)
    if (!row.publishedAt) return
    const hidden = { publishedAt: null, updatedAt: ctx.clock.now(), version: row.version + 1 }
    await tx.update(project).set(hidden).where(thisProject(row))
    await showPictures(tx, ctx, id, false)
    await tx
      .delete(projectListing)
      .where(and(eq(projectListing.networkId, ctx.network.id), eq(projectListing.id, id)))
    await raiseRevision(tx, ctx)
    await record(tx, ctx, { action: 'project.unpublished', objectType: 'project', objectId: id })
  })
}
