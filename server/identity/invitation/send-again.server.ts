import { and, eq, gt, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { account, invitation } from '#db/schema/identity.ts'
import { type Context, type NetworkContext, requireNetwork } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { mayAskLink } from '../door/attempts.server.ts'
import { linkSpent } from '../errors.ts'
import { grantInForce } from '../grant/in-force.ts'
import { identity } from '../permissions.ts'
import { type FoundInvitation, invitationOf, peekInvitation } from './find-invitation.server.ts'
import { writeInvitation } from './invite.server.ts'
import { takeBack } from './withdraw-invitation.server.ts'

/** Writes again to somebody who did not answer: the first link no longer serves. */
export async function sendInvitationAgain(ctx: Context, id: string) {
  demand(ctx, identity['representative:manage'])
  return inNetwork(ctx, async (tx) => {
    const former = await takeBack(tx, ctx, id)
    await writeInvitation(tx, ctx, promisedBy(former), ctx.account)
  })
}

/** Whoever holds an expired link has another sent, to the address that was invited and to no other. */
export async function renewInvitation(ctx: Context, token: string) {
  requireNetwork(ctx)
  const seen = await peekInvitation(ctx, token)
  if (seen?.state !== 'expired') throw linkSpent()
  if (!(await mayAskLink(seen.email))) return
  await inNetwork(ctx, async (tx) => {
    const found = await invitationOf(tx, ctx, token)
    if (found?.state !== 'expired' || !(await stillMeant(tx, ctx, found))) throw linkSpent()
    const outside = { ...ctx, account: null }
    await takeBack(tx, outside, found.id)
    const [by] = await tx
      .select({ id: account.id, name: account.name })
      .from(account)
      .where(eq(account.id, found.invitedBy!))
    await writeInvitation(tx, outside, promisedBy(found), by ?? null)
  })
}

const MONTHS = 3

/** Only while who invited still works for the network, and not for ever: the team sends others. */
async function stillMeant(tx: Transaction, ctx: NetworkContext, found: FoundInvitation) {
  if (!found.invitedBy) return false
  const oldest = new Date(ctx.clock.now())
  oldest.setMonth(oldest.getMonth() - MONTHS)
  const [recent] = await tx
    .select({ id: invitation.id })
    .from(invitation)
    .where(and(eq(invitation.id, found.id), gt(invitation.createdAt, oldest)))
  const mustBeAdmin = found.organisationIds.length === 0
  const { rows } = await tx.execute(sql`
    select 1 from account_grant g where g.network_id = ${ctx.network.id} and g.account_id = ${found.invitedBy}
      and g.role = any(${sql.param(mustBeAdmin ? ['admin'] : ['admin', 'staff'])}) and ${grantInForce(ctx)}`)
  return Boolean(recent) && rows.length > 0
}

type Former = Parameters<typeof writeInvitation>[2]

const promisedBy = (former: Former): Former => {
  const { email, role, profile, missions, organisationIds, programmeId, endsOn, locale } = former
  return { email, role, profile, missions, organisationIds, programmeId, endsOn, locale }
}
