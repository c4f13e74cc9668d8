import { sql } from 'drizzle-orm'
import { today } from '#server/kernel/clock.ts'
import type { TodoProvider } from '#server/kernel/todo/todo.ts'
import { dispositifs } from '../permissions.ts'
import { type AwaitedRow, toldLines } from './told-lines.ts'

/** States after which a report is awaited on a day. */
const TO_REPORT = ['financed', 'advance_paid', 'done']

/**
 * Of dossiers that a person writes: corrections asked, drafts of calls that are open, what the team entered and
 * they have not read again, conditions of an opinion, reports. What is due first comes first.
 */
export const awaitsHolder: TodoProvider = {
  name: 'ownDossiers',
  rule: dispositifs['dossier:hold'],
  all: 'dossiers',
  find: async (tx, ctx, most) => {
    const { network, account, clock } = ctx
    const { rows } = await tx.execute<AwaitedRow>(sql`
      with own as (
        select f.*, d.code, s.closes_at, s.opens_at, s.time_zone, d.intake,
          d.code || ' ' || f.number || case when f.title = '' then '' else ' · ' || f.title end as name,
          'dossiers/' || f.id as home
        from dossier_editor e
          join dossier f on f.network_id = e.network_id and f.id = e.dossier_id
          join dispositif_session s on s.network_id = f.network_id and s.id = f.session_id
          join dispositif d on d.network_id = s.network_id and d.id = s.dispositif_id
        where e.network_id = ${network.id} and e.account_id = ${account.id} and e.removed_at is null
          and e.access = 'write' and f.state <> 'merged'),
      awaited as (
        select 'holder_correction' as kind, o.name, o.home || '/remplir' as path, c.due_on as due_on,
          null::timestamptz as due_at, o.time_zone
        from own o join dossier_correction c on c.network_id = o.network_id and c.dossier_id = o.id
          and c.answered_at is null and c.cancelled_at is null
        where o.state = 'to_correct'
        union all
        select 'holder_draft', o.name, o.home, null, o.closes_at, o.time_zone from own o
        where o.state = 'draft' and o.intake = 'here' and o.closes_at > ${clock.now().toISOString()}::timestamptz
        union all
        select 'holder_confirm', o.name, o.home, null, null, o.time_zone from own o
        where o.state = 'submitted' and o.origin <> 'here' and o.confirmed_at is null
        union all
        select 'holder_condition', o.name || ' : ' || c.text, o.home, c.due_on, null, o.time_zone
        from own o join dossier_condition c on c.network_id = o.network_id and c.dossier_id = o.id
        where c.met_on is null and o.state not in ('settled', 'withdrawn', 'renounced', 'refused', 'ineligible')
        union all
        select 'holder_report', o.name, case when o.state = 'done' then o.home || '/bilan' else o.home end,
          u.report_due_on, null, o.time_zone
        from own o left join dossier_follow_up u on u.network_id = o.network_id and u.dossier_id = o.id
        where o.state = 'done' or (o.state = any (${sql.param(TO_REPORT)}::text[])
          and o.ends_on < ${today(clock, network.timeZone)}::date))
      select kind, name as title, path, due_on::text as "dueOn", due_at as "dueAt", time_zone as "timeZone",
        count(*) over ()::int as total
      from awaited order by coalesce(due_at, due_on::timestamptz) nulls last, kind, name limit ${most}`)
    return toldLines(rows)
  },
}
