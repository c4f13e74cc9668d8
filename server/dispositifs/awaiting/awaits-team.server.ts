import { sql } from 'drizzle-orm'
import { peopleOf } from '#server/kernel/absence/people-of.server.ts'
import { today } from '#server/kernel/clock.ts'
import type { TodoProvider } from '#server/kernel/todo/todo.ts'
import { dispositifs } from '../permissions.ts'
import { type AwaitedRow, toldLines } from './told-lines.ts'

/** Reports to read before settling, conditions whose day has come: one's own dossiers, and those nobody follows. */
export const dossiersToFollow: TodoProvider = {
  name: 'dossiersToFollow',
  rule: dispositifs['dossier:move'],
  all: 'dispositifs',
  find: async (tx, ctx, most) => {
    if (!ctx.network.modules.includes('dispositifs')) return { lines: [], total: 0 }
    const { rows } = await tx.execute<AwaitedRow>(sql`
      with followed as (
        select f.*, d.code || ' ' || f.number || case when f.title = '' then '' else ' · ' || f.title end as name,
          'dispositifs/dossiers/' || f.id as home
        from dossier f
          join dispositif_session s on s.network_id = f.network_id and s.id = f.session_id
          join dispositif d on d.network_id = s.network_id and d.id = s.dispositif_id
        where f.network_id = ${ctx.network.id}
          and (f.assignee_id is null or f.assignee_id = any (${sql.param(await peopleOf(tx, ctx))}::uuid[]))),
      awaited as (
        select 'dossier_report' as kind, name, home || '/suivi' as path, null::date as due_on from followed
        where state = 'report_received'
        union all
        select 'dossier_condition', o.name || ' : ' || c.text, o.home || '/instruction', c.due_on
        from followed o join dossier_condition c on c.network_id = o.network_id and c.dossier_id = o.id
        where c.met_on is null and c.due_on <= ${today(ctx.clock, ctx.network.timeZone)}::date
          and o.state not in ('settled', 'withdrawn', 'renounced', 'refused', 'ineligible', 'merged'))
      select kind, name as title, path, due_on::text as "dueOn", null as "dueAt", '' as "timeZone",
        count(*) over ()::int as total
      from awaited order by due_on nulls last, kind, name limit ${most}`)
    return toldLines(rows)
  },
}
