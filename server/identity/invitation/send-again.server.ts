import { eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { account } from '#db/schema/identity.ts'
import { type Context, requireNetwork } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { mayAskLink } from '../door/attempts.server.ts'
import { linkSpent } from '../errors.ts'
import { identity } from '../permissions.ts'
import { invitationOf, peekInvitation } from './find-invitation.server.ts'
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
    if (found?.state !== 'expired') throw linkSpent()
    const outside = { ...ctx, account: null }
    await takeBack(tx, outside, found.id)
    const [by] = found.invitedBy
      ? await tx
          .select({ id: account.id, name: account.name })
          .from(account)
          .where(eq(account.id, found.invitedBy))
      : []
    await writeInvitation(tx, outside, { ...promisedBy(found), createdAt: found.createdAt }, by ?? null)
  })
}

type Former = Parameters<typeof writeInvitation>[2]

const promisedBy = (former: Former): Former => {
  const { email, role, profile, missions, organisationIds, programmeId, endsOn, locale } = former
  return { email, role, profile, missions, organisationIds, programmeId, endsOn, locale }
}
