import { type Context, requireAccount } from '#server/kernel/context.ts'
import { passwordFault } from '../door/password-rule.ts'
import { proveOneself } from '../door/prove-oneself.server.ts'
import { setPassword } from '../door/set-password.server.ts'
import { weakPassword } from '../errors.ts'
import { closeOtherSessions } from '../session/close-sessions.server.ts'
import { recordEvent } from './record-event.server.ts'

/** Asks who one is first; the account's other sessions end. */
export async function changePassword(
  ctx: Context,
  { current, password }: { current: string; password: string },
  cookieHeader: string | null,
) {
  requireAccount(ctx)
  // Proven last: a recovery code serves once.
  const fault = passwordFault(password, ctx.account)
  if (fault) throw weakPassword(fault)
  await proveOneself(ctx, cookieHeader, current)
  await setPassword(ctx.account.id, password)
  await closeOtherSessions(ctx.account.id, cookieHeader)
  await recordEvent(ctx.account.id, 'password_changed', ctx)
}
