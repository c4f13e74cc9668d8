import { and, eq, gt, or, sql } from 'drizzle-orm'
import { globally, publicDb } from '#db/client.ts'
import { account, accountToken, emailChange } from '#db/schema/identity.ts'
import { hashToken } from '../door/links.server.ts'
import { linkSpent } from '../errors.ts'
import { closeOtherSessions } from '../session/close-sessions.server.ts'
import type { Asker } from './asker.ts'
import { recordEvent } from './record-event.server.ts'

const byToken = (token: string, now: Date) =>
  and(
    or(eq(emailChange.oldTokenHash, hashToken(token)), eq(emailChange.newTokenHash, hashToken(token))),
    gt(emailChange.expiresAt, now),
  )

export async function peekEmailChange(token: string, now: Date) {
  const [change] = await publicDb()
    .select({ newEmail: emailChange.newEmail })
    .from(emailChange)
    .where(byToken(token, now))
  return change ?? null
}

/** One of the two addresses says yes; with the second, the account has its new address. */
export async function confirmEmailChange(
  asker: Asker,
  token: string,
  cookieHeader: string | null,
): Promise<'half' | 'done'> {
  const now = asker.clock.now()
  const changed = await globally(async (tx) => {
    const [change] = await tx.select().from(emailChange).where(byToken(token, now)).for('update')
    if (!change) throw linkSpent()
    const isOld = change.oldTokenHash === hashToken(token)
    const said = isOld ? { oldConfirmedAt: now } : { newConfirmedAt: now }
    const { oldConfirmedAt, newConfirmedAt } = { ...change, ...said }
    if (!oldConfirmedAt || !newConfirmedAt) {
      await tx.update(emailChange).set(said).where(eq(emailChange.id, change.id))
      return null
    }
    const { rows } = await tx.execute(
      sql`select 1 from account where email = ${change.newEmail} and id <> ${change.accountId}`,
    )
    if (rows.length > 0) throw linkSpent()
    await tx.update(account).set({ email: change.newEmail }).where(eq(account.id, change.accountId))
    await tx.delete(emailChange).where(eq(emailChange.accountId, change.accountId))
    // Links sent to the former address open nothing any more.
    await tx.delete(accountToken).where(eq(accountToken.accountId, change.accountId))
    return change.accountId
  })
  if (!changed) return 'half'
  await closeOtherSessions(changed, cookieHeader)
  await recordEvent(changed, 'email_changed', asker)
  return 'done'
}
