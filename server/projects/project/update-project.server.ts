import { inNetwork } from '#db/client.ts'
import { lastAuthor } from '#server/kernel/audit/last-author.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { changedMeanwhile } from '../errors.ts'
import { projects } from '../permissions.ts'
import { lockProject } from './locked-project.server.ts'
import type { ProjectInput } from './project.schema.ts'
import { applyProject } from './write-project.server.ts'

/** Saves the whole form, unless somebody saved since it was opened at `version`: their name is then given. */
export async function updateProject(ctx: Context, id: string, version: number, input: ProjectInput) {
  demand(ctx, projects['project:write'])
  return inNetwork(ctx, async (tx) => {
    const before = await lockProject(tx, ctx, id)
    // What the public reads is written by who may publish it.
    if (before.publishedAt) demand(ctx, projects['project:correct'])
    if (before.version !== version)
      throw changedMeanwhile(await lastAuthor(tx, ctx, 'project', id), before.version)
    return applyProject(tx, ctx, before, input)
  })
}
