import type { Asker } from '../account/asker.ts'
import { recordEvent } from '../account/record-event.server.ts'
import { hasPasskey } from '../passkey/has-passkey.server.ts'
import { deviceOf } from './device.ts'
import { lucia } from './lucia.server.ts'

export type OpenedSession = { cookie: string; awaitsPasskey: boolean }

/**
 * Opens a session and gives its cookie; whatever session the browser had is closed. Whoever has a
 * passkey is not signed in until it, or a recovery code, has answered: no way in passes beside.
 */
export async function openSession(
  accountId: string,
  asker: Asker,
  formerCookie: string | null | undefined,
  given: { event: string; proven?: 'passkey' | 'recovery_code' },
): Promise<OpenedSession> {
  const former = lucia().readSessionCookie(formerCookie ?? '')
  if (former) await lucia().invalidateSession(former)
  const device = deviceOf(asker.caller.userAgent)
  const awaitsPasskey = given.proven === undefined && (await hasPasskey(accountId))
  const session = await lucia().createSession(accountId, {
    device,
    awaitsPasskey,
    createdAt: asker.clock.now(),
  })
  if (!awaitsPasskey) await recordEvent(accountId, given.event, asker)
  return { cookie: lucia().createSessionCookie(session.id).serialize(), awaitsPasskey }
}
