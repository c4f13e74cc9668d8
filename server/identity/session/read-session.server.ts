import { type Clock, today } from '#server/kernel/clock.ts'
import type { Account, Grant, Locale } from '#server/kernel/context.ts'
import { isRefused } from '../door/demo-accounts.ts'
import { grantsOf } from './grants-of.server.ts'
import { lucia } from './lucia.server.ts'
import { touchSession } from './touch-session.server.ts'

export type SignedIn = {
  account: Account
  locale: Locale
  grants: Grant[]
  passkeyWantedBy: number[]
  sessionId: string
  cookie: string | null
}

/** Who holds this cookie and what they may do today. Grants are read at each request: a revoked one stops at the next click. */
export async function readSession(
  cookieHeader: string | null | undefined,
  clock: Clock,
): Promise<SignedIn | null> {
  const sessionId = lucia().readSessionCookie(cookieHeader ?? '')
  if (!sessionId) return null
  const { session, user } = await lucia().validateSession(sessionId)
  if (!session || session.awaitsPasskey || isRefused(user.email)) return null
  await touchSession(sessionId, clock.now())
  const day = today(clock, 'Europe/Paris')
  const { grants, passkeyWantedBy } = await grantsOf(user.id, day)
  const { id, email, name, locale } = user
  const cookie = session.fresh ? lucia().createSessionCookie(sessionId).serialize() : null
  return {
    account: { id, email, name },
    locale,
    grants,
    passkeyWantedBy,
    sessionId,
    cookie,
  }
}
