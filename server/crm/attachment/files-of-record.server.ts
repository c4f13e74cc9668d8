import { sql } from 'drizzle-orm'
import type { RecordPart, TimelineSource } from '../organisation/record-part.ts'
import { crm } from '../permissions.ts'

export type FileOfRecord = {
  id: string
  name: string
  size: number
  mediaType: string
  verdict: 'not_scanned' | 'clean' | 'infected'
  createdBy: string | null
  by: string | null
  at: string
}

/** The documents kept with a record, the last first. */
export const filesOfRecord: RecordPart<FileOfRecord[]> = {
  rule: crm['organisation:read'],
  json: (ctx, organisationId) => sql`
    select coalesce(jsonb_agg(jsonb_build_object('id', f.id, 'name', f.name, 'size', f.size,
        'mediaType', f.media_type, 'verdict', f.verdict, 'createdBy', f.created_by, 'by', a.name,
        'at', f.created_at) order by f.created_at desc, f.id desc), '[]')
    from stored_file f left join account a on a.id = f.created_by
    where f.network_id = ${ctx.network.id} and f.owner_type = 'organisation'
      and f.owner_id = ${organisationId}::uuid and f.deleted_at is null`,
}

export const fileStory: TimelineSource = {
  name: 'files',
  rule: crm['organisation:read'],
  entries: (ctx, organisationId) => sql`
    select 'file', f.id::text, to_char(f.created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
      null::text, jsonb_build_object('name', f.name, 'by', a.name)
    from stored_file f left join account a on a.id = f.created_by
    where f.network_id = ${ctx.network.id} and f.owner_type = 'organisation'
      and f.owner_id = ${organisationId}::uuid and f.deleted_at is null`,
}
