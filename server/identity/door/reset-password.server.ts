import { accountById } from '../account/account-of.server.ts'
import type { Asker } from '../account/asker.ts'
import { linkSpent, weakPassword } from '../errors.ts'
import { closeOtherSessions } from '../session/close-sessions.server.ts'
import { openSession } from '../session/open-session.server.ts'
import { forgetAttempts } from './attempts.server.ts'
import { isRefused } from './demo-accounts.ts'
import { peekLink, spendLink } from './links.server.ts'
import { passwordFault } from './password-rule.ts'
import { setPassword } from './set-password.server.ts'

/** A new password by a link: every session the account had is ended, and this browser's opened. */
export async function resetPassword(
  asker: Asker,
  token: string,
  password: string,
  formerCookie: string | null,
) {
  const now = asker.clock.now()
  const seen = await peekLink(token, 'reset', now)
  const known = seen && (await accountById(seen.accountId))
  if (!known || isRefused(known.email)) throw linkSpent()
  const fault = passwordFault(password, known)
  // The link is not spent by a password that is refused.
  if (fault) throw weakPassword(fault)
  if (!(await spendLink(token, 'reset', now))) throw linkSpent()
  await setPassword(known.id, password)
  await closeOtherSessions(known.id, null)
  await forgetAttempts(known.email)
  return openSession(known.id, asker, formerCookie, { event: 'password_reset' })
}
