import { createHash } from 'node:crypto'
import { cookiesAreSecure } from '../session/lucia.server.ts'

const PATH = '/connexion/fournisseur'

/** A round trip belongs to the browser that began it: a callback sent to somebody else signs nobody in. */
export const attemptCookie = (secret: string, seconds: number) =>
  `maillage_oidc=${secret}; Path=${PATH}; Max-Age=${seconds}; HttpOnly; SameSite=Lax${cookiesAreSecure() ? '; Secure' : ''}`

export const readAttemptCookie = (cookies: string | null) =>
  cookies?.match(/(?:^|;\s*)maillage_oidc=([\w-]+)/)?.[1] ?? ''

export const hashOfAttempt = (state: string, secret: string) =>
  createHash('sha256').update(`${state}.${secret}`).digest('hex')
