import { eq } from 'drizzle-orm'
import { globally } from '#db/client.ts'
import { account, passkey, recoveryCode } from '#db/schema/identity.ts'
import type { Context } from '#server/kernel/context.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { recordEvent } from '../account/record-event.server.ts'
import { securityMail, tellOwner } from '../mails/security-mail.tsx'
import { lockPasskeys } from './has-passkey.server.ts'

/** For who lost both keys and codes: whoever runs the service takes them away, and the owner is told. Null: nobody has this address. */
export async function forgetPasskeys(ctx: Context, email: string): Promise<number | null> {
  return globally(async (tx) => {
    const [found] = await tx.select().from(account).where(eq(account.email, email))
    if (!found) return null
    const { id, name, locale } = found
    await lockPasskeys(tx, id)
    const removed = await tx.delete(passkey).where(eq(passkey.accountId, id)).returning({ id: passkey.id })
    await tx.delete(recoveryCode).where(eq(recoveryCode.accountId, id))
    if (removed.length === 0) return 0
    await recordEvent(id, 'passkey_removed', ctx, tx)
    await queueMail(tx, securityMail, tellOwner({ id, email, name }, locale, 'removed'))
    return removed.length
  })
}
