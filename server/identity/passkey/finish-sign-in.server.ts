import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from '@simplewebauthn/server'
import { and, eq, lt } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { passkey } from '#db/schema/identity.ts'
import { signInNeeded } from '#server/kernel/errors.ts'
import type { Asker } from '../account/asker.ts'
import { countAttempt, forgetAttempts } from '../door/attempts.server.ts'
import { passkeyRefused } from '../errors.ts'
import { openSession } from '../session/open-session.server.ts'
import { takeChallenge } from './challenge.server.ts'
import { relyingParty } from './relying-party.ts'
import { awaitingSession } from './sessions.server.ts'

/** The second step of signing in: the awaiting session ends and a full one opens. */
export async function finishPasskeySignIn(
  asker: Asker,
  cookies: string | null,
  response: AuthenticationResponseJSON,
) {
  const awaiting = await awaitingSession(cookies, asker.clock)
  if (!awaiting) throw signInNeeded()
  await countAttempt(awaiting.email, asker.caller.address)
  const expectedChallenge = await takeChallenge(awaiting.sessionId, asker.clock)
  const mine = and(eq(passkey.id, String(response.id)), eq(passkey.accountId, awaiting.accountId))
  const [key] = await publicDb().select().from(passkey).where(mine)
  if (!expectedChallenge || !key) throw passkeyRefused()
  const { id, origin } = relyingParty()
  const { publicKey, counter } = key
  const answer = await verifyAuthenticationResponse({
    response,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: id,
    credential: { id: key.id, publicKey, counter },
    requireUserVerification: false,
  }).catch(() => null)
  if (!answer?.verified) throw passkeyRefused()
  const { newCounter } = answer.authenticationInfo
  // A counter that does not move forward is a copy of the key; many keys keep none, and say zero.
  const moved = await publicDb()
    .update(passkey)
    .set({ counter: newCounter, lastUsedAt: asker.clock.now() })
    .where(and(mine, newCounter === 0 ? eq(passkey.counter, 0) : lt(passkey.counter, newCounter)))
    .returning({ id: passkey.id })
  if (moved.length === 0) throw passkeyRefused()
  await forgetAttempts(awaiting.email)
  return openSession(awaiting.accountId, asker, cookies, { event: 'signed_in_by_passkey', proven: 'passkey' })
}
