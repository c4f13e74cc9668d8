import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { account, invitation } from '#db/schema/identity.ts'
import { record } from '#server/kernel/audit.ts'
import { type Context, requireNetwork } from '#server/kernel/context.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import { createAccount } from '../account/create-account.server.ts'
import { passwordFault } from '../door/password-rule.ts'
import { hashPassword } from '../door/passwords.server.ts'
import { linkSpent, otherAddress, weakPassword } from '../errors.ts'
import { giveGrant } from '../grant/give-grant.server.ts'
import { invitationOf, peekInvitation } from './find-invitation.server.ts'
import type { NewPerson } from './invitation.schema.ts'

export type Accepted = { accountId: string; path: string; isNew: boolean }

/**
 * Gives the role the invitation promised: to a person known by that address and signed in with it, or
 * to a new one who says their name. Of two clicks at once, one gives the role.
 */
export async function acceptInvitation(
  ctx: Context,
  token: string,
  person: NewPerson | null,
): Promise<Accepted> {
  requireNetwork(ctx)
  const passwordHash = person?.password ? await hashedFor(ctx, token, person) : null
  return inNetwork(ctx, async (tx) => {
    const found = await invitationOf(tx, ctx, token)
    if (found?.state !== 'open') throw linkSpent()
    const { email, role, locale, invitedBy } = found
    const [known] = await tx.select().from(account).where(eq(account.email, email))
    if (known ? ctx.account?.id !== known.id : !person) throw otherAddress()
    const name = known?.name ?? person!.name
    const accountId = known?.id ?? (await createAccount(tx, { email, name, locale, passwordHash }))
    // The same person accepted another network's invitation at the same moment: they sign in now.
    if (!accountId) throw otherAddress()
    const { profile, missions, programmeId, endsOn, organisationIds } = found
    const given = { accountId, role, profile, missions, programmeId, endsOn, givenBy: invitedBy }
    const grantId = await giveGrant(tx, ctx, given, organisationIds)
    await tx
      .update(invitation)
      .set({ acceptedAt: ctx.clock.now(), acceptedBy: accountId })
      .where(and(eq(invitation.networkId, ctx.network.id), eq(invitation.id, found.id)))
    await record(
      tx,
      { ...ctx, account: { id: accountId, email, name } },
      { action: 'invitation.accepted', objectType: 'grant', objectId: grantId, changes: { role } },
    )
    if (invitedBy) {
      const path = `/${ctx.network.slug}/bureau/equipe`
      await notify(tx, ctx, { accountId: invitedBy, kind: 'identity.accepted', params: { name }, path })
    }
    return { accountId, path: found.path, isNew: !known }
  })
}

/** A hash takes its time: outside the transaction, and for a link that is worth it. */
async function hashedFor(ctx: Context, token: string, { name, password }: NewPerson) {
  const found = await peekInvitation(ctx, token)
  if (found?.state !== 'open') throw linkSpent()
  const fault = passwordFault(password!, { email: found.email, name })
  if (fault) throw weakPassword(fault)
  return hashPassword(password!)
}
