import { eq } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { account } from '#db/schema/identity.ts'
import { wrongCredentials } from '../errors.ts'
import { lucia } from '../session/lucia.server.ts'
import { countAttempt, forgetAttempts } from './attempts.server.ts'
import { isRefused } from './demo-accounts.ts'
import { passwordMatches } from './passwords.server.ts'
import type { SignInInput } from './sign-in.schema.ts'

/** Opens a session and gives its cookie; whatever session the browser had is closed. */
export async function signIn(
  input: SignInInput,
  formerCookie: string | null | undefined,
): Promise<{ cookie: string }> {
  await countAttempt(input.email)
  const [known] = await publicDb().select().from(account).where(eq(account.email, input.email))
  const matches = await passwordMatches(known?.passwordHash, input.password)
  if (!known || !matches || isRefused(input.email)) throw wrongCredentials()
  await forgetAttempts(input.email)
  const former = lucia().readSessionCookie(formerCookie ?? '')
  if (former) await lucia().invalidateSession(former)
  const session = await lucia().createSession(known.id, {})
  return { cookie: lucia().createSessionCookie(session.id).serialize() }
}

export { configureSignIn, isDemo } from './demo-accounts.ts'
