import { sql } from 'drizzle-orm'
import type { RecordPart } from '#server/crm/public.ts'
import type { Role } from '#tenants/roles.ts'
import { grantInForce } from '../grant/in-force.ts'
import { identity } from '../permissions.ts'

export type RepresentativeOfRecord = {
  grantId: string
  name: string
  email: string
  role: Role
  since: string
}

/** Who acts for the organisation today. */
export const representativesOfRecord: RecordPart<RepresentativeOfRecord[]> = {
  rule: identity['representative:read'],
  json: (ctx, organisationId) => sql`
    select coalesce(jsonb_agg(jsonb_build_object('grantId', g.id, 'name', a.name, 'email', a.email,
        'role', g.role, 'since', g.starts_on) order by a.name, g.role), '[]')
    from grant_organisation l
      join account_grant g on g.network_id = l.network_id and g.id = l.grant_id
      join account a on a.id = g.account_id
    where l.network_id = ${ctx.network.id} and l.organisation_id = ${organisationId} and ${grantInForce(ctx)}`,
}
