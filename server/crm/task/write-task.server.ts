import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { organisationTask } from '#db/schema/crm/upkeep.ts'
import { teamNames } from '#server/identity/public.ts'
import type { Context, NetworkContext, StaffContext } from '#server/kernel/context.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { notOfTheTeam } from '../errors.ts'
import { changesBetween } from '../organisation/changes.ts'
import { lockOrganisation } from '../organisation/locked-organisation.server.ts'
import { crm } from '../permissions.ts'
import { recordTask, taskToChange, thisTask } from './held-task.server.ts'
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
    const id = await insertTask(tx, ctx, organisationId, input)
    await tell(tx, ctx, { ...input, organisationId, organisation: name })
    return { id }
  })
}

/** A task for one record, with its line of history; nobody is told. */
export async function insertTask(
  tx: Transaction,
  ctx: StaffContext,
  organisationId: string,
  input: TaskInput,
): Promise<string> {
  const { title, dueOn, assigneeId } = input
  const id = v7()
  await tx.insert(organisationTask).values({
    networkId: ctx.network.id,
    id,
    organisationId,
    title,
    dueOn,
    assigneeId,
    createdBy: ctx.account.id,
    createdAt: ctx.clock.now(),
  })
  const assignee = await nameOf(tx, assigneeId)
  await recordTask(tx, ctx, 'added', organisationId, {
    title,
    ...(dueOn && { dueOn }),
    ...(assignee && { assignee }),
  })
  return id
}

export async function changeTask(ctx: Context, organisationId: string, id: string, input: TaskInput) {
  demand(ctx, crm['organisation:write'])
  await inNetwork(ctx, async (tx) => {
    const { name } = await lockOrganisation(tx, ctx, organisationId)
    const task = await taskToChange(tx, ctx, organisationId, id)
    if (input.assigneeId !== task.assigneeId) await demandAssignee(tx, ctx, input.assigneeId)
    const { assigneeId, ...changes } = changesBetween(task, input)
    if (!assigneeId && Object.keys(changes).length === 0) return
    await tx.update(organisationTask).set(input).where(thisTask(ctx, id))
    if (assigneeId) await tell(tx, ctx, { ...input, organisationId, organisation: name })
    const assignee = assigneeId && {
      from: await nameOf(tx, task.assigneeId),
      to: await nameOf(tx, input.assigneeId),
    }
    await recordTask(tx, ctx, 'changed', organisationId, {
      title: input.title,
      ...changes,
      ...(assignee && { assignee }),
    })
  })
}

/** Done, or to be done again. */
export async function markTask(ctx: Context, organisationId: string, id: string, done: boolean) {
  demand(ctx, crm['organisation:write'])
  await inNetwork(ctx, async (tx) => {
    await lockOrganisation(tx, ctx, organisationId)
    const task = await taskToChange(tx, ctx, organisationId, id)
    if ((task.doneAt !== null) === done) return
    const by = done ? { doneAt: ctx.clock.now(), doneBy: ctx.account.id } : { doneAt: null, doneBy: null }
    await tx.update(organisationTask).set(by).where(thisTask(ctx, id))
    await recordTask(tx, ctx, done ? 'done' : 'reopened', organisationId, { title: task.title })
  })
}

async function nameOf(tx: Transaction, accountId: string | null): Promise<string | null> {
  if (!accountId) return null
  const { rows } = await tx.execute<{ name: string }>(sql`select name from account where id = ${accountId}`)
  return rows[0]?.name ?? null
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
