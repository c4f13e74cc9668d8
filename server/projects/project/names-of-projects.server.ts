import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { project } from '#db/schema/projects.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

export async function namesOfProjects(tx: Transaction, ctx: NetworkContext, ids: string[]) {
  const rows = await tx
    .select({ id: project.id, title: project.title })
    .from(project)
    .where(and(eq(project.networkId, ctx.network.id), inArray(project.id, ids)))
  return new Map(rows.map(({ id, title }) => [id, title]))
}
