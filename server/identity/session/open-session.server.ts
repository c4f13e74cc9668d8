import type { Asker } from '../account/asker.ts'
import { recordEvent } from '../account/record-event.server.ts'
import { deviceOf } from './device.ts'
import { lucia } from './lucia.server.ts'

export type OpenedSession = { cookie: string; awaitsPasskey: boolean }

/** Opens a session and gives its cookie; whatever session the browser had is closed. */
export async function openSession(
  accountId: string,
  asker: Asker,
  formerCookie: string | null | undefined,
  given: { event: string; awaitsPasskey?: boolean },
): Promise<OpenedSession> {
  const former = lucia().readSessionCookie(formerCookie ?? '')
  if (former) await lucia().invalidateSession(former)
  const device = deviceOf(asker.caller.userAgent)
  const awaitsPasskey = given.awaitsPasskey ?? false
  const session = await lucia().createSession(accountId, { device, awaitsPasskey })
  if (!awaitsPasskey) await recordEvent(accountId, given.event, asker)
  return { cookie: lucia().createSessionCookie(session.id).serialize(), awaitsPasskey }
}
