import { sql } from 'drizzle-orm'
import type { RecordPart, TimelineSource } from '#server/crm/public.ts'
import { projects } from '../permissions.ts'

export type ProjectOfRecord = {
  id: string
  title: string
  published: boolean
  status: string
  countries: string[]
  /** What the organisation is in it. */
  as: 'lead' | 'holder' | 'partner'
}

/** What an organisation does: the projects it holds, then those it takes part in. */
export const projectsOfRecord: RecordPart<ProjectOfRecord[]> = {
  rule: projects['project:read'],
  json: (ctx, organisationId) => sql`
    select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'title', p.title, 'status', p.status,
        'countries', p.countries, 'published', p.published_at is not null, 'as', r.part)
      order by r.part = 'partner', p.started_on desc nulls last, p.title collate "fr-x-icu", p.id), '[]')
    from (
      select project_id, case when lead then 'lead' else 'holder' end as part from project_holder
        where network_id = ${ctx.network.id} and organisation_id = ${organisationId}
      union all select project_id, 'partner' from project_partner_here
        where network_id = ${ctx.network.id} and organisation_id = ${organisationId}
    ) r join project p on p.network_id = ${ctx.network.id} and p.id = r.project_id`,
}

/** When each began and ended. */
export const projectStory: TimelineSource = {
  name: 'projects',
  rule: projects['project:read'],
  entries: (ctx, organisationId) => sql`
    select e.kind, p.id::text, e.at::text, 'bureau/projets/' || p.id, jsonb_build_object('title', p.title)
    from project_holder h join project p on p.network_id = h.network_id and p.id = h.project_id,
      lateral (values ('project_started', p.started_on), ('project_ended', p.ended_on)) e(kind, at)
    where h.network_id = ${ctx.network.id} and h.organisation_id = ${organisationId}
      and e.at <= ${ctx.clock.now().toISOString()}::timestamptz`,
}
