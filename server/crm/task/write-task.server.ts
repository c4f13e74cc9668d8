import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { organisationTask } from '#db/schema/crm/upkeep.ts'
import { teamNames } from '#server/identity/public.ts'
import type { Context, NetworkContext, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { notOfTheTeam } from '../errors.ts'
import { lockOrganisation } from '../organisation/locked-organisation.server.ts'
import { crm } from '../permissions.ts'
import type { TaskInput } from './task.schema.ts'

/** Something to do for an organisation; who has to do it is told, unless it is whoever wrote it. */
export async function addTask(
  ctx: Context,
  organisationId: string,
  input: TaskInput,
): Promise<{ id: string }> {
  demand(ctx, crm['organisation:write'])
  return inNetwork(ctx, async (tx) => {
    const { name } = await lockOrganisation(tx, ctx, organisationId)
    await demandAssignee(tx, ctx, input.assigneeId)
    const id = v7()
    await tx.insert(organisationTask).values({
      ...input,
      networkId: ctx.network.id,
      id,
      organisationId,
      createdBy: ctx.account.id,
      createdAt: ctx.clock.now(),
    })
    await tell(tx, ctx, { ...input, organisationId, organisation: name })
    return { id }
  })
}

export async function changeTask(ctx: Context, organisationId: string, id: string, input: TaskInput) {
  demand(ctx, crm['organisation:write'])
  await inNetwork(ctx, async (tx) => {
    const task = await taskToChange(tx, ctx, organisationId, id)
    const { name } = await lockOrganisation(tx, ctx, organisationId)
    if (input.assigneeId !== task.assigneeId) await demandAssignee(tx, ctx, input.assigneeId)
    await tx.update(organisationTask).set(input).where(thisTask(ctx, id))
    if (input.assigneeId !== task.assigneeId)
      await tell(tx, ctx, { ...input, organisationId, organisation: name })
  })
}

/** Done, or to be done again. */
export async function markTask(ctx: Context, organisationId: string, id: string, done: boolean) {
  demand(ctx, crm['organisation:write'])
  await inNetwork(ctx, async (tx) => {
    const task = await taskToChange(tx, ctx, organisationId, id)
    if ((task.doneAt !== null) === done) return
    const by = done ? { doneAt: ctx.clock.now(), doneBy: ctx.account.id } : { doneAt: null, doneBy: null }
    await tx.update(organisationTask).set(by).where(thisTask(ctx, id))
  })
}

export async function removeTask(ctx: Context, organisationId: string, id: string) {
  demand(ctx, crm['organisation:write'])
  await inNetwork(ctx, async (tx) => {
    await taskToChange(tx, ctx, organisationId, id)
    await tx.delete(organisationTask).where(thisTask(ctx, id))
  })
}

export async function demandAssignee(tx: Transaction, ctx: NetworkContext, accountId: string | null) {
  if (accountId && !(await teamNames(tx, ctx)).some(({ id }) => id === accountId)) throw notOfTheTeam()
}

type Told = Pick<TaskInput, 'title' | 'assigneeId'> & { organisationId: string; organisation: string }

async function tell(
  tx: Transaction,
  ctx: StaffContext,
  { title, assigneeId, organisationId, organisation }: Told,
) {
  if (!assigneeId || assigneeId === ctx.account.id) return
  await notify(tx, ctx, {
    accountId: assigneeId,
    kind: 'crm.task',
    params: { name: ctx.account.name, title, organisation },
    path: `/${ctx.network.slug}/bureau/structures/${organisationId}#taches`,
  })
}

const thisTask = (ctx: NetworkContext, id: string) =>
  and(eq(organisationTask.networkId, ctx.network.id), eq(organisationTask.id, id))

async function taskToChange(tx: Transaction, ctx: NetworkContext, organisationId: string, id: string) {
  const [task] = await tx
    .select()
    .from(organisationTask)
    .where(and(thisTask(ctx, id), eq(organisationTask.organisationId, organisationId)))
    .for('update')
  if (!task) throw notFound()
  return task
}
