import { sql } from 'drizzle-orm'
import { peopleOf } from '#server/kernel/absence/people-of.server.ts'
import { today } from '#server/kernel/clock.ts'
import type { TodoProvider } from '#server/kernel/todo/todo.ts'
import { support } from '../permissions.ts'

const SOON_DAYS = 7

/** Next steps of one's own supports, or of whom one stands in for, due within a week; the latest ones first. */
export const nextSteps: TodoProvider = {
  name: 'support',
  rule: support['act:write'],
  all: 'appuis',
  find: async (tx, ctx, most) => {
    if (!ctx.network.modules.includes('support')) return { lines: [], total: 0 }
    const day = today(ctx.clock, ctx.network.timeZone)
    const { rows } = await tx.execute<{
      id: string
      step: string
      due: string
      name: string
      total: number
    }>(sql`
      select a.id, a.next_step as step, a.next_on::text as due, count(*) over ()::int as total,
        (select string_agg(o.name, ', ' order by o.name) from support_act_organisation l
          join organisation o on o.network_id = l.network_id and o.id = l.organisation_id
          where l.network_id = a.network_id and l.act_id = a.id) as name
      from support_act a
      where a.network_id = ${ctx.network.id} and a.removed_at is null and a.next_step <> ''
        and a.next_done_at is null and a.next_on <= ${day}::date + ${SOON_DAYS}::int
        and a.account_id = any (${sql.param(await peopleOf(tx, ctx))}::uuid[])
      order by a.next_on, a.id limit ${most}`)
    const lines = rows.map(({ id, step, due, name }) => ({
      kind: due < day ? 'support_late' : 'support_next',
      title: `${name} — ${step}`,
      since: `${due}T12:00:00.000Z`,
      path: `appuis/${id}`,
    }))
    return { lines, total: rows[0]?.total ?? 0 }
  },
}
