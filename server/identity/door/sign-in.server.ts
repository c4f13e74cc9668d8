import { accountOf } from '../account/account-of.server.ts'
import type { Asker } from '../account/asker.ts'
import { wrongCredentials } from '../errors.ts'
import { type OpenedSession, openSession } from '../session/open-session.server.ts'
import { countAttempt, forgetAttempts } from './attempts.server.ts'
import { isRefused } from './demo-accounts.ts'
import { passwordMatches } from './passwords.server.ts'
import type { SignInInput } from './sign-in.schema.ts'

/** Opens a session by password; whatever session the browser had is closed. */
export async function signIn(
  asker: Asker,
  input: SignInInput,
  formerCookie: string | null | undefined,
): Promise<OpenedSession> {
  await countAttempt(input.email, asker.caller.address)
  const known = await accountOf(input.email)
  const matches = await passwordMatches(known?.passwordHash, input.password)
  if (!known || !matches || isRefused(input.email)) throw wrongCredentials()
  const opened = await openSession(known.id, asker, formerCookie, { event: 'signed_in' })
  // A password alone does not give back the tries of the second factor.
  if (!opened.awaitsPasskey) await forgetAttempts(input.email)
  return opened
}

export { configureSignIn, isDemo } from './demo-accounts.ts'
