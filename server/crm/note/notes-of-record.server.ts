import { sql } from 'drizzle-orm'
import type { RecordPart, TimelineSource } from '../organisation/record-part.ts'
import { crm } from '../permissions.ts'

export type NoteOfRecord = {
  id: string
  body: string
  accountId: string | null
  by: string | null
  at: string
  editedAt: string | null
}

/** What the team wrote down, the last first. */
export const notesOfRecord: RecordPart<NoteOfRecord[]> = {
  rule: crm['organisation:read'],
  json: (ctx, organisationId) => sql`
    select coalesce(jsonb_agg(jsonb_build_object('id', n.id, 'body', n.body, 'accountId', n.account_id,
        'by', a.name, 'at', n.created_at, 'editedAt', n.edited_at) order by n.created_at desc, n.id desc), '[]')
    from organisation_note n left join account a on a.id = n.account_id
    where n.network_id = ${ctx.network.id} and n.organisation_id = ${organisationId} and n.deleted_at is null`,
}

const TOLD = 240

export const noteStory: TimelineSource = {
  name: 'notes',
  rule: crm['organisation:read'],
  entries: (ctx, organisationId) => sql`
    select 'note', n.id::text, to_char(n.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'), null::text,
      jsonb_build_object('name', a.name,
        'text', left(n.body, ${TOLD}) || case when length(n.body) > ${TOLD} then '…' else '' end)
    from organisation_note n left join account a on a.id = n.account_id
    where n.network_id = ${ctx.network.id} and n.organisation_id = ${organisationId} and n.deleted_at is null`,
}
