import { eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { globally } from '#db/client.ts'
import { emailChange } from '#db/schema/identity.ts'
import { type Context, requireAccount } from '#server/kernel/context.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { newToken } from '../door/links.server.ts'
import { sameEmail } from '../errors.ts'
import { newAddressMail, oldAddressMail } from '../mails/address-mails.tsx'
import { accountOf } from './account-of.server.ts'

const HOURS = 24

/**
 * Writes to both addresses; the new one counts once both said yes. That it is somebody's already is
 * not told here: nothing is then sent to it, and the change is never completed.
 */
export async function askEmailChange(ctx: Context, email: string) {
  requireAccount(ctx)
  const { account, locale, clock } = ctx
  if (email === account.email) throw sameEmail()
  const taken = await accountOf(email)
  const [old, fresh] = [newToken(), newToken()]
  await globally(async (tx) => {
    await tx.delete(emailChange).where(eq(emailChange.accountId, account.id))
    await tx.insert(emailChange).values({
      id: v7(),
      accountId: account.id,
      newEmail: email,
      oldTokenHash: old.hash,
      newTokenHash: fresh.hash,
      expiresAt: new Date(clock.now().getTime() + HOURS * 3_600_000),
    })
    const props = { name: account.name, newEmail: email, hours: HOURS }
    const common = { locale, networkId: null }
    const linkOf = (token: string) => `/compte/adresse/${token}`
    await queueMail(tx, oldAddressMail, {
      ...common,
      to: account.email,
      props: { ...props, link: linkOf(old.token) },
    })
    if (!taken)
      await queueMail(tx, newAddressMail, {
        ...common,
        to: email,
        props: { ...props, link: linkOf(fresh.token) },
      })
  })
}
