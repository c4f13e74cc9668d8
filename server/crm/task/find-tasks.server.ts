import { type SQL, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { peopleOf } from '#server/kernel/absence/people-of.server.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { TodoProvider } from '#server/kernel/todo/todo.ts'
import { crm } from '../permissions.ts'

export const TASKS_PER_PAGE = 50
/** Farther ahead, a task does not await anybody yet. */
const SOON_DAYS = 7

export type TaskLine = {
  id: string
  title: string
  dueOn: string | null
  organisationId: string
  organisation: string
  assignee: string | null
  total: number
}

/** What is still to be done; `k`, the task. */
const open = (ctx: StaffContext) =>
  sql`k.network_id = ${ctx.network.id} and k.done_at is null and k.deleted_at is null`

const LINES = sql`select k.id, k.title, k.due_on::text as "dueOn", k.organisation_id as "organisationId",
    o.name as organisation, a.name as assignee, count(*) over ()::int as total
  from organisation_task k
    join organisation o on o.network_id = k.network_id and o.id = k.organisation_id
    left join account a on a.id = k.assignee_id`

/** Mine: given to me or to whom I stand in for. */
async function mine(tx: Transaction, ctx: StaffContext): Promise<SQL> {
  return sql`k.assignee_id = any (${sql.param(await peopleOf(tx, ctx))}::uuid[])`
}

/** What is still to be done, mine or everyone's. */
export const tasksOpen = async (tx: Transaction, ctx: StaffContext, everyone: boolean): Promise<SQL> =>
  everyone ? open(ctx) : sql`${open(ctx)} and ${await mine(tx, ctx)}`

/** What is to be done, mine or everyone's: overdue first, then by day, those without a day last. */
export async function findTasks(ctx: Context, { everyone, page }: { everyone: boolean; page: number }) {
  demand(ctx, crm['organisation:read'])
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<TaskLine>(sql`${LINES}
      where ${await tasksOpen(tx, ctx, everyone)}
      order by k.due_on nulls last, k.id offset ${(page - 1) * TASKS_PER_PAGE} limit ${TASKS_PER_PAGE}`)
    const pages = Math.max(1, Math.ceil((rows[0]?.total ?? 0) / TASKS_PER_PAGE))
    return { items: rows, total: rows[0]?.total ?? 0, page, pages }
  })
}

/** « À faire »: tasks given to me that are late or due within a week. */
export const tasksToDo: TodoProvider = {
  name: 'tasks',
  rule: crm['organisation:read'],
  all: 'a-faire',
  find: async (tx, ctx, most) => {
    const day = today(ctx.clock, ctx.network.timeZone)
    const { rows } = await tx.execute<TaskLine>(sql`${LINES}
      where ${open(ctx)} and ${await mine(tx, ctx)}
        and k.due_on <= ${day}::date + ${SOON_DAYS}::int
      order by k.due_on, k.id limit ${most}`)
    const lines = rows.map(({ id, title, dueOn, organisationId, organisation }) => ({
      kind: dueOn! < day ? 'task_late' : 'task_due',
      title: `${title} — ${organisation}`,
      since: dueOn,
      path: `structures/${organisationId}?tache=${id}#taches`,
    }))
    return { lines, total: rows[0]?.total ?? 0 }
  },
}
