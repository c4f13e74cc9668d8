import { type SQL, sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { BOUND_ROLES, type Profile, type Role } from '#tenants/roles.ts'
import { identity } from '../permissions.ts'
import { grantInForce } from './in-force.ts'

export type GivenGrant = {
  id: string
  name: string
  email: string
  role: Role
  profile: Profile | null
  missions: string[]
  organisations: string[]
  startsOn: string
  endsOn: string | null
  givenBy: string | null
  revokedOn: string | null
  revokedBy: string | null
  inForce: boolean
}

/** The team and the bodies, those who act for an organisation, and accesses that ended. */
export const CIRCLES = ['team', 'organisations', 'past'] as const
export type Circle = (typeof CIRCLES)[number]
export const PER_PAGE = 50

/** Who may do what in this network, and who could. */
export async function findGrants(ctx: Context, circle: Circle, page: number) {
  demand(ctx, identity['team:read'])
  const isBound = sql`g.role = any(${sql.param([...BOUND_ROLES])})`
  const where: Record<Circle, SQL> = {
    team: sql`${grantInForce(ctx)} and not ${isBound}`,
    organisations: sql`${grantInForce(ctx)} and ${isBound}`,
    past: sql`not ${grantInForce(ctx)}`,
  }
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<GivenGrant & { total: number }>(
      sql`${grants(ctx, sql`, count(*) over ()::int as total`)} and ${where[circle]}
        order by a.name, g.role, g.id limit ${PER_PAGE} offset ${(page - 1) * PER_PAGE}`,
    )
    return { grants: rows.map(({ total: _, ...grant }) => grant), total: rows[0]?.total ?? 0 }
  })
}

export async function getGrant(ctx: Context, id: string): Promise<GivenGrant> {
  demand(ctx, identity['team:read'])
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<GivenGrant>(sql`${grants(ctx)} and g.id = ${id}`)
    if (!rows[0]) throw notFound()
    return rows[0]
  })
}

const grants = (ctx: StaffContext, more = sql``) => sql`
  select g.id, a.name, a.email, g.role, g.profile, g.missions,
    array(select o.name from grant_organisation l
      join organisation o on o.network_id = l.network_id and o.id = l.organisation_id
      where l.network_id = g.network_id and l.grant_id = g.id order by o.name) as organisations,
    g.starts_on::text as "startsOn", g.ends_on::text as "endsOn", giver.name as "givenBy",
    g.revoked_at::date::text as "revokedOn", ender.name as "revokedBy", ${grantInForce(ctx)} as "inForce"${more}
  from account_grant g
    join account a on a.id = g.account_id
    left join account giver on giver.id = g.given_by
    left join account ender on ender.id = g.revoked_by
  where g.network_id = ${ctx.network.id}`
