import { Lucia, TimeSpan } from 'lucia'
import { sessionStore } from './session-store.server.ts'

export const SESSION_COOKIE = 'maillage_session'

function configure(secure: boolean) {
  return new Lucia(sessionStore, {
    sessionExpiresIn: new TimeSpan(30, 'd'),
    sessionCookie: { name: SESSION_COOKIE, attributes: { secure, sameSite: 'lax', path: '/' } },
    getUserAttributes: ({ email, name, locale }) => ({ email, name, locale }),
  })
}

let configured: ReturnType<typeof configure> | undefined

/** Cookies are Secure under https; on the plain http of one's own machine the browser would drop them. */
export function configureSessions(origin: string) {
  configured = configure(origin.startsWith('https:'))
}

export function lucia() {
  configured ??= configure(false)
  return configured
}

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof configure>
    DatabaseUserAttributes: { email: string; name: string; locale: string }
  }
}
