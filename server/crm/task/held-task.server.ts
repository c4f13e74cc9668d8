import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { organisationTask } from '#db/schema/crm/upkeep.ts'
import { record } from '#server/kernel/audit.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'

export const thisTask = (ctx: NetworkContext, id: string) =>
  and(eq(organisationTask.networkId, ctx.network.id), eq(organisationTask.id, id))

/** A task of this organisation, held; one that was deleted too. */
export async function heldTask(tx: Transaction, ctx: NetworkContext, organisationId: string, id: string) {
  const [task] = await tx
    .select()
    .from(organisationTask)
    .where(and(thisTask(ctx, id), eq(organisationTask.organisationId, organisationId)))
    .for('update')
  if (!task) throw notFound()
  return task
}

export async function taskToChange(tx: Transaction, ctx: NetworkContext, organisationId: string, id: string) {
  const task = await heldTask(tx, ctx, organisationId, id)
  if (task.deletedAt) throw notFound()
  return task
}

type TaskAct = 'added' | 'changed' | 'done' | 'reopened' | 'removed' | 'restored'

/** What becomes of a task is told in the history of its organisation. */
export async function recordTask(
  tx: Transaction,
  ctx: NetworkContext,
  act: TaskAct,
  organisationId: string,
  changes: Record<string, unknown>,
) {
  await record(tx, ctx, {
    action: `task.${act}`,
    objectType: 'organisation',
    objectId: organisationId,
    changes,
  })
}
