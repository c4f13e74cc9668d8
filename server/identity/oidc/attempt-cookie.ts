import { createHash } from 'node:crypto'
import { cookiesAreSecure } from '../session/lucia.server.ts'

const PATH = '/connexion/fournisseur'

const cookie = (name: string, value: string, seconds: number, sameSite: 'Lax' | 'Strict') =>
  `${name}=${value}; Path=${PATH}; Max-Age=${seconds}; HttpOnly; SameSite=${sameSite}${cookiesAreSecure() ? '; Secure' : ''}`

/** A round trip belongs to the browser that began it: a callback sent to somebody else signs nobody in. */
export const attemptCookie = (secret: string, seconds: number) =>
  cookie('maillage_oidc', secret, seconds, 'Lax')

export const readAttemptCookie = (cookies: string | null) =>
  cookies?.match(/(?:^|;\s*)maillage_oidc=([\w-]+)/)?.[1] ?? ''

export const hashOfAttempt = (state: string, secret: string) =>
  createHash('sha256').update(`${state}.${secret}`).digest('hex')

/** Left by one's own account page once one has proven oneself; no other site's link carries it. */
export const attachCookie = () => cookie('maillage_attach', 'yes', 600, 'Strict')

export const asksToAttach = (cookies: string | null) => /(?:^|;\s*)maillage_attach=yes/.test(cookies ?? '')
