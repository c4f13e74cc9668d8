import { lucia } from '../session/lucia.server.ts'

export async function signOut(cookieHeader: string | null | undefined): Promise<{ cookie: string }> {
  const sessionId = lucia().readSessionCookie(cookieHeader ?? '')
  if (sessionId) await lucia().invalidateSession(sessionId)
  return { cookie: lucia().createBlankSessionCookie().serialize() }
}
