import { createHmac } from 'node:crypto'
import { DatabaseError } from './database-error.ts'
import type { Cluster } from './embedded/cluster.ts'
import { APP_ROLE, OBSERVATORY_ROLE } from './roles.ts'

/** `observatory` is null where it was neither given nor can be derived. */
export type DatabaseUrls = { owner: string; app: string; observatory: string | null }
export type EveryUrl = { owner: string; app: string; observatory: string }
/** As given by the environment: the owner's, and the others where they are not derived from it. */
export type External = { owner: string; app?: string; observatory?: string }

export const EMBEDDED_DATABASE = 'maillage'
export const EMBEDDED_OWNER = 'maillage_owner'

export function embeddedUrls(cluster: Cluster, database: string): EveryUrl {
  return {
    owner: clusterUrl(cluster, EMBEDDED_OWNER, 'owner', database),
    app: clusterUrl(cluster, APP_ROLE, 'app', database),
    observatory: clusterUrl(cluster, OBSERVATORY_ROLE, 'observatory', database),
  }
}

export function clusterUrl(
  cluster: Cluster,
  user: string,
  password: keyof Cluster['passwords'],
  database: string,
) {
  return `postgresql://${user}:${cluster.passwords[password]}@127.0.0.1:${cluster.port}/${database}`
}

/** The three logins of a database given by URL; nothing is asked of it. */
export function externalUrls(given: External): DatabaseUrls {
  const forRole = (role: string, password: string) => {
    const url = new URL(given.owner)
    url.username = role
    url.password = password
    return url.toString()
  }
  const derived = given.app ? null : derivedPasswords(given.owner)
  const app = given.app ?? forRole(APP_ROLE, derived!.app)
  return {
    owner: given.owner,
    app,
    observatory: given.observatory ?? (derived && forRole(OBSERVATORY_ROLE, derived.observatory)),
  }
}

/** Without DATABASE_APP_URL, every machine that knows the owner's password finds the same ones for the other logins. */
export function derivedPasswords(owner: string) {
  const secret = passwordOf(owner)
  if (!secret)
    throw new DatabaseError(
      'DATABASE_URL has no password: set DATABASE_APP_URL and DATABASE_OBSERVATORY_URL as well',
    )
  const derive = (role: string) => createHmac('sha256', secret).update(role).digest('base64url')
  return { app: derive(APP_ROLE), observatory: derive(OBSERVATORY_ROLE) }
}

function passwordOf(url: string): string {
  try {
    return decodeURIComponent(new URL(url).password)
  } catch {
    throw new DatabaseError('DATABASE_URL: a % in the password is written %25')
  }
}
