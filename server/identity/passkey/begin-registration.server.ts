import { generateRegistrationOptions } from '@simplewebauthn/server'
import type { Context } from '#server/kernel/context.ts'
import { setChallenge } from './challenge.server.ts'
import { passkeysOf } from './find-passkeys.server.ts'
import { relyingParty } from './relying-party.ts'
import { ownSession } from './sessions.server.ts'

/** What a browser needs to make a passkey for this account; keys it has already are not made twice. */
export async function beginRegistration(ctx: Context, cookies: string | null) {
  const { sessionId, account } = ownSession(ctx, cookies)
  const { id, name } = relyingParty()
  const known = await passkeysOf(account.id)
  const options = await generateRegistrationOptions({
    rpID: id,
    rpName: name,
    userID: new TextEncoder().encode(account.id),
    userName: account.email,
    userDisplayName: account.name,
    attestationType: 'none',
    excludeCredentials: known.map(({ id, transports }) => ({ id, transports })),
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
  })
  await setChallenge(sessionId, options.challenge, ctx.clock)
  return options
}
