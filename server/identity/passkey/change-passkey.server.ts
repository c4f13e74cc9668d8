import { and, eq } from 'drizzle-orm'
import { globally, publicDb } from '#db/client.ts'
import { passkey, recoveryCode } from '#db/schema/identity.ts'
import { type Context, requireAccount } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { recordEvent } from '../account/record-event.server.ts'
import { proveOneself } from '../door/prove-oneself.server.ts'
import { securityMail, tellOwner } from '../mails/security-mail.tsx'
import { hasPasskey, lockPasskeys } from './has-passkey.server.ts'
import { makeRecoveryCodes } from './recovery-codes.server.ts'

export async function renamePasskey(ctx: Context, id: string, name: string) {
  requireAccount(ctx)
  const renamed = await publicDb()
    .update(passkey)
    .set({ name })
    .where(and(eq(passkey.id, id), eq(passkey.accountId, ctx.account.id)))
    .returning({ id: passkey.id })
  if (renamed.length === 0) throw notFound()
}

/** Without the last one signing in asks for no passkey any more, and the recovery codes go with it. */
export async function removePasskey(ctx: Context, cookies: string | null, id: string, proof: string) {
  requireAccount(ctx)
  const accountId = ctx.account.id
  const own = and(eq(passkey.id, id), eq(passkey.accountId, accountId))
  const [known] = await publicDb().select({ id: passkey.id }).from(passkey).where(own)
  if (!known) throw notFound()
  await proveOneself(ctx, cookies, proof)
  await globally(async (tx) => {
    await lockPasskeys(tx, accountId)
    const removed = await tx.delete(passkey).where(own).returning({ id: passkey.id })
    if (removed.length === 0) throw notFound()
    const left = await tx.select({ id: passkey.id }).from(passkey).where(eq(passkey.accountId, accountId))
    if (left.length === 0) await tx.delete(recoveryCode).where(eq(recoveryCode.accountId, accountId))
    await recordEvent(accountId, 'passkey_removed', ctx, tx)
    await queueMail(tx, securityMail, tellOwner(ctx.account, ctx.locale, 'removed'))
  })
}

export async function renewRecoveryCodes(
  ctx: Context,
  cookies: string | null,
  proof: string,
): Promise<string[]> {
  requireAccount(ctx)
  if (!(await hasPasskey(ctx.account.id))) throw notFound()
  await proveOneself(ctx, cookies, proof)
  const { id } = ctx.account
  return globally(async (tx) => {
    const codes = await makeRecoveryCodes(tx, id)
    await recordEvent(id, 'codes_renewed', ctx, tx)
    return codes
  })
}
