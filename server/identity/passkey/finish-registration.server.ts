import { type RegistrationResponseJSON, verifyRegistrationResponse } from '@simplewebauthn/server'
import { globally } from '#db/client.ts'
import { passkey } from '#db/schema/identity.ts'
import type { Context } from '#server/kernel/context.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { recordEvent } from '../account/record-event.server.ts'
import { proveOneself } from '../door/prove-oneself.server.ts'
import { passkeyRefused } from '../errors.ts'
import { securityMail, tellOwner } from '../mails/security-mail.tsx'
import { takeChallenge } from './challenge.server.ts'
import { hasPasskey, lockPasskeys } from './has-passkey.server.ts'
import { makeRecoveryCodes } from './recovery-codes.server.ts'
import { relyingParty } from './relying-party.ts'
import { ownSession } from './sessions.server.ts'

/** Keeps a new passkey. With the first come the recovery codes, told this once. */
export async function finishRegistration(
  ctx: Context,
  cookies: string | null,
  { response, name, proof }: { response: RegistrationResponseJSON; name: string; proof: string },
): Promise<{ codes: string[] | null }> {
  const { sessionId, account } = ownSession(ctx, cookies)
  const expectedChallenge = await takeChallenge(sessionId, ctx.clock)
  if (!expectedChallenge) throw passkeyRefused()
  const { id, origin } = relyingParty()
  const { registrationInfo } = await verifyRegistrationResponse({
    response,
    expectedChallenge,
    expectedOrigin: origin,
    expectedRPID: id,
    requireUserVerification: false,
  }).catch(() => ({ registrationInfo: undefined }))
  if (!registrationInfo) throw passkeyRefused()
  // Proven last: a recovery code serves once.
  await proveOneself(ctx, cookies, proof)
  const { credential, credentialBackedUp } = registrationInfo
  return globally(async (tx) => {
    // Of two keys made at once, one is the first.
    await lockPasskeys(tx, account.id)
    const isFirst = !(await hasPasskey(account.id, tx))
    const kept = await tx
      .insert(passkey)
      .values({
        id: credential.id,
        accountId: account.id,
        publicKey: credential.publicKey,
        counter: credential.counter,
        transports: credential.transports ?? [],
        name,
        backedUp: credentialBackedUp,
        createdAt: ctx.clock.now(),
      })
      .onConflictDoNothing()
      .returning({ id: passkey.id })
    if (kept.length === 0) throw passkeyRefused()
    await recordEvent(account.id, 'passkey_added', ctx, tx)
    await queueMail(tx, securityMail, tellOwner(account, ctx.locale, 'added'))
    return { codes: isFirst ? await makeRecoveryCodes(tx, account.id) : null }
  })
}
