import { sql } from 'drizzle-orm'
import type { JournalLine } from '#server/kernel/audit/read-lines.server.ts'
import { crm } from '../permissions.ts'
import type { RecordPart, TimelineSource } from './record-part.ts'

const MOST_LINES = 20
/** Tasks and tags are told in a record's history, and change nothing of the record. */
export const HUNG_ON_IT = ['task', 'tag']

/**
 * The last things done to the record. What was changed is told of the record itself, its tasks and its tags alone; why a person
 * was refused stands in the administrators' journal.
 */
export const historyOfRecord: RecordPart<JournalLine[]> = {
  rule: crm['organisation:read'],
  json: (ctx, organisationId) => sql`
    select coalesce(jsonb_agg(l), '[]') from (
      select e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.action,
        e.object_type as "objectType", e.object_id as "objectId",
        case when split_part(e.action, '.', 1) = any (${sql.param(['organisation', ...HUNG_ON_IT])}::text[]) then e.changes else '{}' end as changes,
        e.account_id as "personId", a.name as person
      from audit_entry e left join account a on a.id = e.account_id
      where e.network_id = ${ctx.network.id} and e.object_type = 'organisation'
        and e.object_id = ${organisationId}::uuid
      order by e.at desc, e.id desc limit ${MOST_LINES}) l`,
}

/** The great moments of the record; every correction stands in its history. */
export const recordStory: TimelineSource = {
  name: 'record',
  rule: crm['organisation:read'],
  entries: (ctx, organisationId) => sql`
    select replace(e.action, 'organisation.', 'record_'), e.id::text,
      to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), null::text,
      jsonb_build_object('name', a.name, 'merged', e.changes->>'merged')
    from audit_entry e left join account a on a.id = e.account_id
    where e.network_id = ${ctx.network.id} and e.object_type = 'organisation'
      and e.object_id = ${organisationId}::uuid
      and e.action in ('organisation.created', 'organisation.published', 'organisation.unpublished',
        'organisation.merged', 'organisation.unmerged')`,
}
