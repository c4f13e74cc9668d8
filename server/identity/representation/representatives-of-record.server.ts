import { sql } from 'drizzle-orm'
import type { RecordPart } from '#server/crm/public.ts'
import type { Role } from '#tenants/roles.ts'
import { identity } from '../permissions.ts'
import { boundSql } from './representatives.server.ts'

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
    select coalesce(jsonb_agg(jsonb_build_object('grantId', b.grant_id, 'name', b.name, 'email', b.email,
        'role', b.role, 'since', b.starts_on) order by b.name, b.role), '[]')
    from (${boundSql(ctx)}) b where b.organisation_id = ${organisationId}`,
}
