import { generateAuthenticationOptions } from '@simplewebauthn/server'
import type { Clock } from '#server/kernel/clock.ts'
import { signInNeeded } from '#server/kernel/errors.ts'
import { setChallenge } from './challenge.server.ts'
import { passkeysOf } from './find-passkeys.server.ts'
import { relyingParty } from './relying-party.ts'
import { awaitingSession } from './sessions.server.ts'

/** What a browser needs to answer with one of the account's passkeys. */
export async function beginPasskeySignIn(cookies: string | null, clock: Clock) {
  const awaiting = await awaitingSession(cookies, clock)
  if (!awaiting) throw signInNeeded()
  const keys = await passkeysOf(awaiting.accountId)
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().id,
    allowCredentials: keys.map(({ id, transports }) => ({ id, transports })),
    userVerification: 'preferred',
  })
  await setChallenge(awaiting.sessionId, options.challenge, clock)
  return options
}
