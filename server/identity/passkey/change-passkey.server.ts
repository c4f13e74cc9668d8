import { and, eq, sql } from 'drizzle-orm'
import { globally, publicDb } from '#db/client.ts'
import { passkey, recoveryCode } from '#db/schema/identity.ts'
import { type Context, requireAccount } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { accountById } from '../account/account-of.server.ts'
import { recordEvent } from '../account/record-event.server.ts'
import { countAttempt, forgetAttempts } from '../door/attempts.server.ts'
import { passwordMatches } from '../door/passwords.server.ts'
import { codeRefused, wrongPassword } from '../errors.ts'
import { hasPasskey } from './has-passkey.server.ts'
import { makeRecoveryCodes, spendCode } from './recovery-codes.server.ts'

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
export async function removePasskey(ctx: Context, id: string, proof: string) {
  requireAccount(ctx)
  const accountId = ctx.account.id
  await proveOneself(ctx, proof)
  await globally(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`passkey ${accountId}`}))`)
    const removed = await tx
      .delete(passkey)
      .where(and(eq(passkey.id, id), eq(passkey.accountId, accountId)))
      .returning({ id: passkey.id })
    if (removed.length === 0) throw notFound()
    const left = await tx.select({ id: passkey.id }).from(passkey).where(eq(passkey.accountId, accountId))
    if (left.length === 0) await tx.delete(recoveryCode).where(eq(recoveryCode.accountId, accountId))
    await recordEvent(accountId, 'passkey_removed', ctx, tx)
  })
}

export async function renewRecoveryCodes(ctx: Context, proof: string): Promise<string[]> {
  requireAccount(ctx)
  await proveOneself(ctx, proof)
  if (!(await hasPasskey(ctx.account.id))) throw notFound()
  const { id } = ctx.account
  return globally(async (tx) => {
    const codes = await makeRecoveryCodes(tx, id)
    await recordEvent(id, 'codes_renewed', ctx, tx)
    return codes
  })
}

/** A browser left open is not its person: the password is asked again, or a recovery code where there is none. */
async function proveOneself(ctx: Context, proof: string) {
  const known = ctx.account && (await accountById(ctx.account.id))
  if (!known) throw notFound()
  await countAttempt(known.email, ctx.caller.address)
  if (!known.passwordHash) {
    if (!(await spendCode(known.id, proof, ctx.clock.now()))) throw codeRefused()
  } else if (!(await passwordMatches(known.passwordHash, proof))) throw wrongPassword()
  await forgetAttempts(known.email)
}
