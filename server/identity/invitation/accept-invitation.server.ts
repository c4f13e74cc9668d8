import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { account, accountGrant, grantOrganisation, invitation } from '#db/schema/identity.ts'
import { record } from '#server/kernel/audit.ts'
import { today } from '#server/kernel/clock.ts'
import { type Context, requireNetwork } from '#server/kernel/context.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import { createAccount } from '../account/create-account.server.ts'
import { passwordFault } from '../door/password-rule.ts'
import { hashPassword } from '../door/passwords.server.ts'
import { linkSpent, otherAddress, weakPassword } from '../errors.ts'
import { invitationOf } from './find-invitation.server.ts'
import type { NewPerson } from './invitation.schema.ts'

export type Accepted = { accountId: string; path: string; isNew: boolean }

/**
 * Gives the role the invitation promised: to a person known by that address and signed in with it, or
 * to a new one who says their name and chooses a password. Of two clicks at once, one gives the role.
 */
export async function acceptInvitation(
  ctx: Context,
  token: string,
  person: NewPerson | null,
): Promise<Accepted> {
  requireNetwork(ctx)
  // Outside the transaction: a hash takes its time.
  const passwordHash = person?.password ? await hashPassword(person.password) : null
  return inNetwork(ctx, async (tx) => {
    const found = await invitationOf(tx, ctx, token)
    if (found?.state !== 'open') throw linkSpent()
    const [known] = await tx.select().from(account).where(eq(account.email, found.email))
    if (known && ctx.account?.id !== known.id) throw otherAddress()
    if (!known && !person) throw otherAddress()
    let accountId = known?.id
    if (!accountId && person) {
      const whose = { email: found.email, name: person.name }
      const fault = person.password && passwordFault(person.password, whose)
      if (fault) throw weakPassword(fault)
      const { email, locale } = found
      const created = await createAccount(tx, { email, name: person.name, locale, passwordHash })
      // The same person accepted another network's invitation at the same moment: they sign in now.
      if (!created) throw otherAddress()
      accountId = created
    }
    const grantId = v7()
    const networkId = ctx.network.id
    await tx.insert(accountGrant).values({
      networkId,
      id: grantId,
      accountId: accountId!,
      role: found.role,
      profile: found.profile,
      missions: found.missions,
      programmeId: found.programmeId,
      startsOn: today(ctx.clock, ctx.network.timeZone),
      endsOn: found.endsOn,
      givenBy: found.invitedBy,
      givenAt: ctx.clock.now(),
    })
    if (found.organisationIds.length > 0) {
      await tx
        .insert(grantOrganisation)
        .values(found.organisationIds.map((organisationId) => ({ networkId, grantId, organisationId })))
    }
    await tx
      .update(invitation)
      .set({ acceptedAt: ctx.clock.now(), acceptedBy: accountId! })
      .where(and(eq(invitation.networkId, networkId), eq(invitation.id, found.id)))
    const name = person?.name ?? known?.name ?? ''
    await record(
      tx,
      { ...ctx, account: { id: accountId!, email: found.email, name } },
      {
        action: 'grant.given',
        objectType: 'grant',
        objectId: grantId,
        changes: { role: found.role, person: accountId },
      },
    )
    if (found.invitedBy) {
      const params = { name, role: found.role }
      const path = `/${ctx.network.slug}/bureau/equipe`
      await notify(tx, ctx, { accountId: found.invitedBy, kind: 'identity.accepted', params, path })
    }
    return { accountId: accountId!, path: found.path, isNew: !known }
  })
}
