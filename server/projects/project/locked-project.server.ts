import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { project } from '#db/schema/projects.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'

export type ProjectRow = typeof project.$inferSelect

/** Scope, then find: the project of this network, held until the act is done. */
export async function lockProject(tx: Transaction, ctx: NetworkContext, id: string): Promise<ProjectRow> {
  const [row] = await tx
    .select()
    .from(project)
    .where(and(eq(project.networkId, ctx.network.id), eq(project.id, id)))
    .for('update')
  if (!row) throw notFound()
  return row
}

/** The project of this network, for who only reads it. */
export async function rowOfProject(tx: Transaction, ctx: NetworkContext, id: string): Promise<ProjectRow> {
  const [row] = await tx
    .select()
    .from(project)
    .where(and(eq(project.networkId, ctx.network.id), eq(project.id, id)))
  if (!row) throw notFound()
  return row
}

export function thisProject(row: Pick<ProjectRow, 'networkId' | 'id'>) {
  return and(eq(project.networkId, row.networkId), eq(project.id, row.id))
}
