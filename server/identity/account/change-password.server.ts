import { type Context, requireAccount } from '#server/kernel/context.ts'
import { countAttempt, forgetAttempts } from '../door/attempts.server.ts'
import { passwordFault } from '../door/password-rule.ts'
import { passwordMatches } from '../door/passwords.server.ts'
import { setPassword } from '../door/set-password.server.ts'
import { weakPassword, wrongPassword } from '../errors.ts'
import { closeOtherSessions } from '../session/close-sessions.server.ts'
import { accountById } from './account-of.server.ts'
import { recordEvent } from './record-event.server.ts'

/** Asks for the present password where there is one; the account's other sessions end. */
export async function changePassword(
  ctx: Context,
  { current, password }: { current: string; password: string },
  cookieHeader: string | null,
) {
  requireAccount(ctx)
  const known = await accountById(ctx.account.id)
  if (known?.passwordHash) {
    await countAttempt(known.email, ctx.caller.address)
    if (!(await passwordMatches(known.passwordHash, current))) throw wrongPassword()
    await forgetAttempts(known.email)
  }
  const fault = passwordFault(password, ctx.account)
  if (fault) throw weakPassword(fault)
  await setPassword(ctx.account.id, password)
  await closeOtherSessions(ctx.account.id, cookieHeader)
  await recordEvent(ctx.account.id, 'password_changed', ctx)
}
