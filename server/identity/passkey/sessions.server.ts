import type { Clock } from '#server/kernel/clock.ts'
import { type Context, requireAccount } from '#server/kernel/context.ts'
import { signInNeeded } from '#server/kernel/errors.ts'
import { isRefused } from '../door/demo-accounts.ts'
import { lucia } from '../session/lucia.server.ts'

const HOUR = 3_600_000

/** The browser that has given a password or a link within the hour, and whose passkey is still asked. */
export async function awaitingSession(cookies: string | null, clock: Clock) {
  const id = lucia().readSessionCookie(cookies ?? '')
  const { session, user } = id ? await lucia().validateSession(id) : { session: null, user: null }
  if (!session?.awaitsPasskey || !user || isRefused(user.email)) return null
  if (session.createdAt.getTime() + HOUR < clock.now().getTime()) return null
  return { sessionId: session.id, accountId: user.id, email: user.email, name: user.name }
}

export function ownSession(ctx: Context, cookies: string | null) {
  requireAccount(ctx)
  const sessionId = lucia().readSessionCookie(cookies ?? '')
  if (!sessionId) throw signInNeeded()
  return { sessionId, account: ctx.account }
}
