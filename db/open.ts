import { createHmac } from 'node:crypto'
import pg from 'pg'
import { type Cluster, type ClusterOptions, openCluster } from './embedded/cluster.ts'
import { APP_ROLE, DEFINER_ROLES, ensureRoles, OBSERVATORY_ROLE } from './roles.ts'

export type DatabaseUrls = { owner: string; app: string; observatory: string }
export type OpenDatabase = { urls: DatabaseUrls; cluster: Cluster | null }

/** What is wrong with a database, in one sentence that says what to do. */
export class DatabaseError extends Error {}

const OLDEST = 160_000
export const EMBEDDED_DATABASE = 'maillage'
export const EMBEDDED_OWNER = 'maillage_owner'

export async function openEmbedded(
  dataDir: string,
  options?: ClusterOptions,
): Promise<OpenDatabase & { cluster: Cluster }> {
  const cluster = await openCluster(dataDir, options)
  await cluster.start()
  const admin = new pg.Client(clusterUrl(cluster, 'postgres', 'superuser', 'postgres'))
  await admin.connect()
  try {
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [
      EMBEDDED_DATABASE,
    ])
    if (!rowCount) {
      const { rowCount: owner } = await admin.query('select 1 from pg_roles where rolname = $1', [
        EMBEDDED_OWNER,
      ])
      const password = pg.escapeLiteral(cluster.passwords.owner)
      if (!owner) await admin.query(`create role ${EMBEDDED_OWNER} login password ${password}`)
      await ensureRoles(admin, EMBEDDED_OWNER, cluster.passwords)
      await admin.query(`create database ${EMBEDDED_DATABASE} owner ${EMBEDDED_OWNER}`)
    }
  } finally {
    await admin.end()
  }
  return { cluster, urls: embeddedUrls(cluster, EMBEDDED_DATABASE) }
}

export function embeddedUrls(cluster: Cluster, database: string): DatabaseUrls {
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

export type External = { owner: string; app?: string; observatory?: string }

/** Checks a database given by URL, makes the logins that are missing if it may, and says what it cannot. */
export async function openExternal(given: External): Promise<OpenDatabase> {
  const client = await connectOwner(given.owner)
  try {
    const { rows } = await client.query(`select current_setting('server_version_num')::int as version,
      current_setting('server_version') as label, current_user as name, rolcreaterole or rolsuper as may_create_roles,
      has_database_privilege(current_database(), 'create') as may_create, pg_encoding_to_char(encoding) as encoding
      from pg_roles, pg_database where rolname = current_user and datname = current_database()`)
    const server = rows[0]
    if (server.version < OLDEST) {
      throw new DatabaseError(
        `DATABASE_URL: this PostgreSQL is version ${server.label}, Maillage needs 16 or newer`,
      )
    }
    if (server.encoding !== 'UTF8') {
      throw new DatabaseError(
        `DATABASE_URL: this database is encoded in ${server.encoding}: create it with encoding UTF8`,
      )
    }
    if (!server.may_create) {
      throw new DatabaseError(
        `DATABASE_URL: ${server.name} may not create tables here: run « grant create on database … to ${server.name} » as its owner`,
      )
    }
    await roles(client, server.name, server.may_create_roles, given)
    return { cluster: null, urls: { owner: given.owner, ...loginUrls(given) } }
  } finally {
    await client.end()
  }
}

async function roles(client: pg.Client, owner: string, mayCreate: boolean, given: External) {
  const needed = [APP_ROLE, OBSERVATORY_ROLE, ...Object.keys(DEFINER_ROLES)]
  const { rows } = await client.query('select rolname from pg_roles where rolname = any ($1)', [needed])
  const missing = needed.filter((role) => !rows.some((row) => row.rolname === role))
  if (missing.length && !mayCreate) {
    throw new DatabaseError(
      `DATABASE_URL: the roles ${missing.join(', ')} are missing and ${owner} may not create them: run « alter role ${owner} createrole » as a superuser, or create them as the README shows`,
    )
  }
  if (mayCreate) await ensureRoles(client, owner, given.app ? null : derivedPasswords(given.owner))
}

async function connectOwner(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    const { hostname, port, pathname, username } = new URL(url)
    const code = (error as { code?: string }).code
    const where = `${hostname}:${port || 5432}`
    if (code === '28P01' || code === '28000')
      throw new DatabaseError(`DATABASE_URL: ${where} refuses the user ${username} or its password`)
    if (code === '3D000')
      throw new DatabaseError(
        `DATABASE_URL: there is no database ${pathname.slice(1)} on ${where}: create it first`,
      )
    throw new DatabaseError(
      `DATABASE_URL: no PostgreSQL answers at ${where} (${code ?? (error as Error).message}): check the address and that it runs`,
    )
  }
}

/** Without DATABASE_APP_URL, every machine that knows the owner's password finds the same ones for the other logins. */
function derivedPasswords(owner: string) {
  const secret = decodeURIComponent(new URL(owner).password)
  if (!secret)
    throw new DatabaseError(
      'DATABASE_URL has no password: set DATABASE_APP_URL and DATABASE_OBSERVATORY_URL as well',
    )
  const derive = (role: string) => createHmac('sha256', secret).update(role).digest('base64url')
  return { app: derive(APP_ROLE), observatory: derive(OBSERVATORY_ROLE) }
}

function loginUrls(given: External) {
  const forRole = (role: string, password: string) => {
    const url = new URL(given.owner)
    url.username = role
    url.password = password
    return url.toString()
  }
  const derived = given.app ? null : derivedPasswords(given.owner)
  const app = given.app ?? forRole(APP_ROLE, derived!.app)
  return {
    app,
    observatory: given.observatory ?? (derived ? forRole(OBSERVATORY_ROLE, derived.observatory) : app),
  }
}
