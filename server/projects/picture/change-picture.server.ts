import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { projectPicture } from '#db/schema/projects.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { removeFile } from '#server/kernel/files/remove-file.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { writeProjectListing } from '../listing/write-project-listing.server.ts'
import { projects } from '../permissions.ts'
import { lockProject } from '../project/locked-project.server.ts'
import { demandUnlocated } from './demand-unlocated.server.ts'
import type { PictureWords } from './picture.schema.ts'

/** The words of a picture anew, or, without any, the picture taken away. */
export async function changePicture(
  ctx: Context,
  projectId: string,
  fileId: string,
  words: PictureWords | null,
) {
  demand(ctx, projects['project:write'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockProject(tx, ctx, projectId)
    if (row.publishedAt) demand(ctx, projects['project:correct'])
    const thisOne = and(
      eq(projectPicture.networkId, ctx.network.id),
      eq(projectPicture.fileId, fileId),
      eq(projectPicture.projectId, projectId),
    )
    const [before] = await tx.select().from(projectPicture).where(thisOne).for('update')
    if (!before) throw notFound()
    const changes = words
      ? { alt: { from: before.alt, to: words.alt }, credit: { from: before.credit, to: words.credit } }
      : {
          file: {
            from: await removeFile(tx, ctx, { id: fileId, ownerType: 'project', ownerId: projectId }),
            to: null,
          },
        }
    if (words) await demandUnlocated(tx, ctx, row, words)
    if (words) await tx.update(projectPicture).set(words).where(thisOne)
    else await tx.delete(projectPicture).where(thisOne)
    if (row.publishedAt) await writeProjectListing(tx, ctx, projectId)
    await record(tx, ctx, {
      action: words ? 'project.picture_described' : 'project.picture_removed',
      objectType: 'project',
      objectId: projectId,
      changes,
    })
  })
}
