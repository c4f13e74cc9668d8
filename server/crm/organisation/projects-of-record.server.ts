import { sql } from 'drizzle-orm'
import { crm } from '../permissions.ts'
import type { RecordPart } from './record-part.ts'

export type ProjectOfRecord = { id: string; title: string; published: boolean }

export const projectsOfRecord: RecordPart<ProjectOfRecord[]> = {
  rule: crm['organisation:read'],
  json: (ctx, organisationId) => sql`
    select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title,
        'published', p.published_at is not null) order by p.title collate "fr-x-icu"), '[]')
    from project_holder h join project p on p.network_id = h.network_id and p.id = h.project_id
    where h.network_id = ${ctx.network.id} and h.organisation_id = ${organisationId}`,
}
