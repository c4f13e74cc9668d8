import { sql } from 'drizzle-orm'
import { crm } from '../permissions.ts'
import type { RecordPart, TimelineSource } from './record-part.ts'

export type MembershipOfRecord = { year: number; college: string; joinedOn: string }

/** The years it was a member, the last first. */
export const membershipsOfRecord: RecordPart<MembershipOfRecord[]> = {
  rule: crm['organisation:read'],
  json: (ctx, organisationId) => sql`
    select coalesce(jsonb_agg(jsonb_build_object('year', year, 'college', college, 'joinedOn', joined_on)
      order by year desc), '[]')
    from membership where network_id = ${ctx.network.id} and organisation_id = ${organisationId}`,
}

export const membershipStory: TimelineSource = {
  name: 'memberships',
  rule: crm['organisation:read'],
  entries: (ctx, organisationId) => sql`
    select 'membership', year::text, joined_on::text, null::text,
      jsonb_build_object('year', year, 'college', college)
    from membership where network_id = ${ctx.network.id} and organisation_id = ${organisationId}`,
}
