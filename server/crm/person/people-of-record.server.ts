import { sql } from 'drizzle-orm'
import type { RecordPart } from '../organisation/record-part.ts'
import { crm } from '../permissions.ts'
import { currentPosition } from './current-position.server.ts'

export type PersonOfRecord = {
  id: string
  positionId: string
  name: string
  function: string
  standing: 'elected' | 'staff' | 'volunteer' | 'other'
  service: string | null
  email: string | null
  phone: string | null
  endedOn: string | null
  current: boolean
}

/** Who one meets there: those in place first, then those who left. */
export const peopleOfRecord: RecordPart<PersonOfRecord[]> = {
  rule: crm['organisation:read'],
  json: (ctx, organisationId) => sql`
    select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'positionId', q.id,
        'name', trim(p.given_name || ' ' || p.family_name), 'function', q.function, 'standing', q.standing,
        'service', q.service, 'email', p.email, 'phone', p.phone, 'endedOn', q.ended_on, 'current', ${currentPosition(ctx)})
      order by ${currentPosition(ctx)} desc, q.ended_on desc nulls first, p.family_name collate "fr-x-icu", p.id), '[]')
    from person_position q join person p on p.network_id = q.network_id and p.id = q.person_id
    where q.network_id = ${ctx.network.id} and q.organisation_id = ${organisationId}`,
}
