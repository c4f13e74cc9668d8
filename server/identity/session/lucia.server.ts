import { Lucia, TimeSpan } from 'lucia'
import type { Locale } from '#server/kernel/context.ts'
import { sessionStore } from './session-store.server.ts'

export const SESSION_COOKIE = 'maillage_session'

function configure(secure: boolean) {
  return new Lucia(sessionStore, {
    sessionExpiresIn: new TimeSpan(30, 'd'),
    sessionCookie: { name: SESSION_COOKIE, attributes: { secure, sameSite: 'lax', path: '/' } },
    getSessionAttributes: ({ device, awaitsPasskey, createdAt }) => ({ device, awaitsPasskey, createdAt }),
    getUserAttributes: ({ email, name, locale }) => ({ email, name, locale }),
  })
}

let configured: ReturnType<typeof configure> | undefined

let secure = false

export const cookiesAreSecure = () => secure

/** Cookies are Secure under https; on the plain http of one's own machine the browser would drop them. */
export function configureSessions(origin: string) {
  secure = origin.startsWith('https:')
  configured = configure(secure)
}

export function lucia() {
  configured ??= configure(secure)
  return configured
}

declare module 'lucia' {
  interface Register {
    Lucia: ReturnType<typeof configure>
    DatabaseSessionAttributes: { device: string; awaitsPasskey: boolean; createdAt: Date }
    DatabaseUserAttributes: { email: string; name: string; locale: Locale }
  }
}
