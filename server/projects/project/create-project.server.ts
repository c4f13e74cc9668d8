import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { projects } from '../permissions.ts'
import type { ProjectInput } from './project.schema.ts'
import { insertProject } from './write-project.server.ts'

export async function createProject(ctx: Context, input: ProjectInput): Promise<{ id: string }> {
  demand(ctx, projects['project:write'])
  return inNetwork(ctx, (tx) => insertProject(tx, ctx, input))
}
