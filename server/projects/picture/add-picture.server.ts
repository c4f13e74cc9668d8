import { sql } from 'drizzle-orm'
import { projectPicture } from '#db/schema/projects.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { fileRefused } from '#server/kernel/files/errors.ts'
import { examineFile, type Upload } from '#server/kernel/files/examine-file.server.ts'
import { MEDIA_TYPES } from '#server/kernel/files/media-types.ts'
import { storeFile } from '#server/kernel/files/store-file.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { fieldRefused } from '../errors.ts'
import { writeProjectListing } from '../listing/write-project-listing.server.ts'
import { projects } from '../permissions.ts'
import { getProject } from '../project/get-project.server.ts'
import { lockProject } from '../project/locked-project.server.ts'
import { demandUnlocated } from './demand-unlocated.server.ts'
import { MOST_PICTURES, type PictureWords } from './picture.schema.ts'

/** Keeps a picture with a project; read by all while the project is published. */
export async function addPicture(ctx: Context, projectId: string, upload: Upload, words: PictureWords) {
  demand(ctx, projects['project:write'])
  const { publishedAt } = await getProject(ctx, projectId)
  if (publishedAt) demand(ctx, projects['project:correct'])
  const { mediaType } = await examineFile(upload)
  if (MEDIA_TYPES[mediaType]?.how !== 'image') throw fileRefused('type')
  const owner = { ownerType: 'project', ownerId: projectId, isPublic: publishedAt !== null }
  return storeFile(ctx, { ...owner, upload }, async (tx, { id, name }) => {
    const row = await lockProject(tx, ctx, projectId)
    await demandUnlocated(tx, ctx, row, words)
    const { rows } = await tx.execute<{ count: number; next: number }>(sql`
      select count(*)::int as count, coalesce(max(position) + 1, 0)::int as next from project_picture
      where network_id = ${ctx.network.id} and project_id = ${projectId}`)
    const { count, next } = rows[0]!
    if (count >= MOST_PICTURES) throw fieldRefused('picture', 'too_many_pictures')
    await tx
      .insert(projectPicture)
      .values({ networkId: ctx.network.id, fileId: id, projectId, position: next, ...words })
    // Published or withdrawn while the bytes were coming: the file follows the project.
    await tx.execute(sql`update stored_file set is_public = ${row.publishedAt !== null}
      where network_id = ${ctx.network.id} and id = ${id}`)
    if (row.publishedAt) await writeProjectListing(tx, ctx, projectId)
    await record(tx, ctx, {
      action: 'project.picture_added',
      objectType: 'project',
      objectId: projectId,
      changes: { file: { from: null, to: name } },
    })
  })
}
