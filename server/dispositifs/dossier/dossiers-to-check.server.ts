import { sql } from 'drizzle-orm'
import { peopleOf } from '#server/kernel/absence/people-of.server.ts'
import type { TodoProvider } from '#server/kernel/todo/todo.ts'
import { dispositifs } from '../permissions.ts'

/** Sessions where dossiers were deposited and nobody looked at them yet: one's own, and those nobody follows. */
export const dossiersToCheck: TodoProvider = {
  name: 'dispositifs',
  rule: dispositifs['dossier:move'],
  all: 'dispositifs',
  find: async (tx, ctx, most) => {
    if (!ctx.network.modules.includes('dispositifs')) return { lines: [], total: 0 }
    const { rows } = await tx.execute<{
      id: string
      name: string
      waiting: number
      since: Date | null
      total: number
    }>(sql`
      select s.id, d.code || ' · ' || s.name as name, count(*)::int as waiting, min(f.moved_at) as since,
        sum(count(*)) over ()::int as total
      from dossier f
        join dispositif_session s on s.network_id = f.network_id and s.id = f.session_id
        join dispositif d on d.network_id = s.network_id and d.id = s.dispositif_id
      where f.network_id = ${ctx.network.id} and f.state = 'submitted'
        and (f.assignee_id is null or f.assignee_id = any (${sql.param(await peopleOf(tx, ctx))}::uuid[]))
      group by s.id, d.code, s.name
      order by since, s.id limit ${most}`)
    const lines = rows.map(({ id, name, waiting, since }) => ({
      ...{ kind: 'dossiers_submitted', title: `${name} (${waiting})` },
      since: since ? new Date(since).toISOString() : null,
      path: `dispositifs/sessions/${id}?etat=submitted`,
    }))
    return { lines, total: rows[0]?.total ?? 0 }
  },
}
