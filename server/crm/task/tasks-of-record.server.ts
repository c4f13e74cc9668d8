import { sql } from 'drizzle-orm'
import type { RecordPart, TimelineSource } from '../organisation/record-part.ts'
import { crm } from '../permissions.ts'

export type TaskOfRecord = {
  id: string
  title: string
  dueOn: string | null
  assigneeId: string | null
  assignee: string | null
  doneAt: string | null
}

const MOST_DONE = 5

/** What is to be done, the most pressing first, then the last that were done. */
export const tasksOfRecord: RecordPart<TaskOfRecord[]> = {
  rule: crm['organisation:read'],
  json: (ctx, organisationId) => sql`
    select coalesce(jsonb_agg(jsonb_build_object('id', k.id, 'title', k.title, 'dueOn', k.due_on,
        'assigneeId', k.assignee_id, 'assignee', a.name, 'doneAt', k.done_at)
      order by k.done_at desc nulls first, k.due_on nulls last, k.id), '[]')
    from (select *, row_number() over (partition by done_at is null order by done_at desc) as rank
        from organisation_task
        where network_id = ${ctx.network.id} and organisation_id = ${organisationId} and deleted_at is null) k
      left join account a on a.id = k.assignee_id
    where k.done_at is null or k.rank <= ${MOST_DONE}`,
}

export const taskStory: TimelineSource = {
  name: 'tasks',
  rule: crm['organisation:read'],
  entries: (ctx, organisationId) => sql`
    select 'task_done', k.id::text, to_char(k.done_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      null::text, jsonb_build_object('title', k.title, 'name', a.name)
    from organisation_task k left join account a on a.id = k.done_by
    where k.network_id = ${ctx.network.id} and k.organisation_id = ${organisationId} and k.done_at is not null
      and k.deleted_at is null`,
}
