import { and, eq, inArray, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import { account, invitation } from '#db/schema/identity.ts'
import { today } from '#server/kernel/clock.ts'
import { type Context, type NetworkContext, requireNetwork } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { Profile, Role } from '#tenants/roles.ts'
import { hashToken } from '../door/links.server.ts'
import { grantInForce } from '../grant/in-force.ts'
import { identity } from '../permissions.ts'

export type InvitationState = 'open' | 'expired' | 'ended'
export type FoundInvitation = typeof invitation.$inferSelect & { state: InvitationState }

/** The invitation a link is for, in the network of its address, held until the act is done. */
export async function invitationOf(tx: Transaction, ctx: NetworkContext, token: string) {
  const [row] = await tx.select().from(invitation).where(ofToken(ctx, token)).for('update')
  return row ? judged(tx, ctx, row) : null
}

const ofToken = (ctx: NetworkContext, token: string) =>
  and(eq(invitation.networkId, ctx.network.id), eq(invitation.tokenHash, hashToken(token)))

type Row = typeof invitation.$inferSelect

async function judged(tx: Transaction, ctx: NetworkContext, row: Row): Promise<FoundInvitation> {
  // What it promised is over: another link would promise nothing more.
  const isOver = row.endsOn !== null && row.endsOn < today(ctx.clock, ctx.network.timeZone)
  if (row.acceptedAt || row.withdrawnAt || isOver) return { ...row, state: 'ended' }
  if (row.expiresAt > ctx.clock.now()) return { ...row, state: 'open' }
  return { ...row, state: (await stillMeant(tx, ctx, row)) ? 'expired' : 'ended' }
}

const MONTHS = 3

/**
 * An expired one may be sent anew while who invited still works for the network, and not for ever: the
 * team sends others. One from the command line has nobody of the network behind it.
 */
async function stillMeant(
  tx: Transaction,
  ctx: NetworkContext,
  { createdAt, invitedBy, organisationIds }: Row,
) {
  const oldest = new Date(ctx.clock.now())
  oldest.setMonth(oldest.getMonth() - MONTHS)
  if (createdAt <= oldest) return false
  if (!invitedBy) return true
  const may = organisationIds.length === 0 ? ['admin'] : ['admin', 'staff']
  const { rows } = await tx.execute(sql`
    select 1 from account_grant g where g.network_id = ${ctx.network.id} and g.account_id = ${invitedBy}
      and g.role = any(${sql.param(may)}) and ${grantInForce(ctx)}`)
  return rows.length > 0
}

/** What the page of a link shows to whoever holds it. */
export async function peekInvitation(ctx: Context, token: string) {
  requireNetwork(ctx)
  return inNetwork(ctx, async (tx) => {
    const [row] = await tx.select().from(invitation).where(ofToken(ctx, token))
    if (!row) return null
    const found = await judged(tx, ctx, row)
    const { email, role, profile, state, invitedBy, endsOn } = found
    const [by] = invitedBy
      ? await tx.select({ name: account.name }).from(account).where(eq(account.id, invitedBy))
      : []
    const [known] = await tx.select({ id: account.id }).from(account).where(eq(account.email, email))
    const named = await tx
      .select({ name: organisation.name })
      .from(organisation)
      .where(and(eq(organisation.networkId, ctx.network.id), inArray(organisation.id, found.organisationIds)))
    const organisations = named.map(({ name }) => name)
    return {
      email,
      role,
      profile,
      state,
      endsOn,
      organisations,
      by: by?.name ?? null,
      hasAccount: Boolean(known),
    }
  })
}

/** Invitations nobody answered yet, the last sent first; the organisation's when they are for one. */
export async function findInvitations(ctx: Context) {
  demand(ctx, identity['team:read'])
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<{
      id: string
      email: string
      role: Role
      profile: Profile | null
      organisations: string[]
      sentOn: string
      expired: boolean
      expiresOn: string
    }>(sql`
      select i.id, i.email, i.role, i.profile,
        array(select o.name from organisation o
          where o.network_id = i.network_id and o.id = any(i.organisation_ids) order by o.name) as organisations,
        i.created_at::date::text as "sentOn", i.expires_at <= ${ctx.clock.now().toISOString()} as expired,
        i.expires_at::date::text as "expiresOn"
      from invitation i
      where i.network_id = ${ctx.network.id} and i.accepted_at is null and i.withdrawn_at is null
      order by i.created_at desc limit 200`)
    return rows
  })
}
