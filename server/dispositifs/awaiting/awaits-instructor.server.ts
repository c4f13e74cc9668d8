import { sql } from 'drizzle-orm'
import type { TodoProvider } from '#server/kernel/todo/todo.ts'
import { ownDossiers } from '../instruction/own-dossiers.server.ts'
import { isSelf } from '../instruction/own-instructor.ts'
import { dispositifs } from '../permissions.ts'
import { type AwaitedRow, toldLines } from './told-lines.ts'

/** Interests to declare, files to read, one line a session, and sittings to come: of who instructs, and of no other. */
export const awaitsInstructor: TodoProvider = {
  name: 'instruction',
  rule: dispositifs['instruction:read'],
  all: 'instruction',
  find: async (tx, ctx, most) => {
    const { rows } = await tx.execute<AwaitedRow>(sql`
      with awaited as (
        select 1 as rank, 'instructor_declaration' as kind, p.code || ' · ' || n.name as name,
          'instruction/sessions/' || n.id || '/liens' as path, null::date as due_on, null::timestamptz as due_at,
          n.time_zone
        from session_instructor s
          join instructor i on i.network_id = s.network_id and i.id = s.instructor_id and ${isSelf(ctx)}
          join dispositif_session n on n.network_id = s.network_id and n.id = s.session_id
          join dispositif p on p.network_id = n.network_id and p.id = n.dispositif_id
        where s.network_id = ${ctx.network.id} and s.declared_at is null
        union all
        select 2, case when count(*) = 1 then 'instructor_review' else 'instructor_reviews' end,
          case when count(*) = 1 then min(p.code || ' ' || d.number || ' · ' || d.title)
            else p.code || ' · ' || n.name || ' (' || count(*) || ')' end,
          case when count(*) = 1 then 'instruction/dossiers/' || min(d.id::text) else 'instruction' end,
          t.due_on, null, n.time_zone
        from (select d.*, i.id as reader ${ownDossiers(ctx)}) d
          join dispositif_session n on n.network_id = d.network_id and n.id = d.session_id
          join dispositif p on p.network_id = n.network_id and p.id = n.dispositif_id
          left join session_instruction t on t.network_id = n.network_id and t.session_id = n.id
          left join review r on r.network_id = d.network_id and r.dossier_id = d.id and r.instructor_id = d.reader
        where r.submitted_at is null
        group by n.network_id, n.id, n.name, n.time_zone, p.code, t.due_on
        union all
        select 3, 'instructor_sitting', g.name, 'instruction/jurys/' || g.id, null, g.starts_at,
          ${ctx.network.timeZone}
        from sitting g where g.network_id = ${ctx.network.id}
          and g.starts_at > ${ctx.clock.now().toISOString()}::timestamptz
          and exists (select from sitting_member m
            join instructor i on i.network_id = m.network_id and i.id = m.instructor_id and ${isSelf(ctx)}
            where m.network_id = g.network_id and m.sitting_id = g.id and m.round = g.round))
      select kind, name as title, path, due_on::text as "dueOn", due_at as "dueAt", time_zone as "timeZone",
        count(*) over ()::int as total
      from awaited order by rank, coalesce(due_at, due_on::timestamptz) nulls last, name limit ${most}`)
    return toldLines(rows)
  },
}
