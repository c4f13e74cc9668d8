import { eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { account } from '#db/schema/identity.ts'
import { record } from '#server/kernel/audit.ts'
import type { Locale, StaffContext } from '#server/kernel/context.ts'
import { giveGrant } from '../grant/give-grant.server.ts'
import { writeInvitation } from '../invitation/invite.server.ts'

/** Who asked: an account, or a name and an address that a link proved. */
export type Asking = {
  accountId: string | null
  name: string | null
  email: string | null
  locale: Locale
}

/** The account a request belongs to, by its id or by its proven address; without one, what they wrote. */
export async function personOf(tx: Transaction, { accountId, name, email, locale }: Asking) {
  const [known] = await tx
    .select()
    .from(account)
    .where(accountId ? eq(account.id, accountId) : eq(account.email, email ?? ''))
  if (known)
    return { id: known.id as string | null, name: known.name, email: known.email, locale: known.locale }
  return { id: null, name: name ?? '', email: email ?? '', locale }
}

/** The right to keep the pages: at once for who has an account, by an invitation that opens one otherwise. */
export async function makeRepresentative(
  tx: Transaction,
  ctx: StaffContext,
  asking: Asking,
  organisationIds: string[],
): Promise<{ hasAccount: boolean }> {
  const person = await personOf(tx, asking)
  if (!person.id) {
    const { email, locale } = person
    await writeInvitation(tx, ctx, { email, role: 'member', organisationIds, locale }, ctx.account)
    return { hasAccount: false }
  }
  const given = { accountId: person.id, role: 'member', givenBy: ctx.account.id } as const
  const objectId = await giveGrant(tx, ctx, given, organisationIds)
  await record(tx, ctx, {
    action: 'grant.given',
    objectType: 'grant',
    objectId,
    changes: { role: 'member' },
  })
  return { hasAccount: true }
}
