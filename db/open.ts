import pg from 'pg'
import { connectionRefusal } from './connection-refusal.ts'
import { DatabaseError } from './database-error.ts'
import { type Cluster, type ClusterOptions, openCluster } from './embedded/cluster.ts'
import { oneAtATime } from './one-at-a-time.ts'
import { APP_ROLE, DEFINER_ROLES, ensureRoles, OBSERVATORY_ROLE } from './roles.ts'
import {
  clusterUrl,
  type DatabaseUrls,
  derivedPasswords,
  EMBEDDED_DATABASE,
  EMBEDDED_OWNER,
  type EveryUrl,
  type External,
  embeddedUrls,
  externalUrls,
} from './urls.ts'

export { DatabaseError } from './database-error.ts'
export * from './urls.ts'

export type OpenDatabase = { urls: DatabaseUrls; cluster: Cluster | null }

const OLDEST = 160_000

export async function openEmbedded(
  dataDir: string,
  options?: ClusterOptions,
): Promise<{ cluster: Cluster; urls: EveryUrl }> {
  const cluster = await openCluster(dataDir, options)
  await cluster.start()
  try {
    await makeDatabase(cluster)
  } catch (error) {
    await cluster.stop()
    throw error
  }
  return { cluster, urls: embeddedUrls(cluster, EMBEDDED_DATABASE) }
}

async function makeDatabase(cluster: Cluster) {
  const admin = await connectAs(
    'the embedded database',
    clusterUrl(cluster, 'postgres', 'superuser', 'postgres'),
  )
  try {
    const { rowCount: owner } = await admin.query('select 1 from pg_roles where rolname = $1', [
      EMBEDDED_OWNER,
    ])
    const password = pg.escapeLiteral(cluster.passwords.owner)
    if (!owner) await admin.query(`create role ${EMBEDDED_OWNER} login password ${password}`)
    // At each start: a newer version may come with a role more.
    await ensureRoles(admin, EMBEDDED_OWNER, cluster.passwords)
    const { rowCount: made } = await admin.query('select 1 from pg_database where datname = $1', [
      EMBEDDED_DATABASE,
    ])
    if (!made) await admin.query(`create database ${EMBEDDED_DATABASE} owner ${EMBEDDED_OWNER}`)
  } finally {
    await admin.end()
  }
}

/** Checks a database given by URL, makes the logins that are missing if it may, and says what it cannot. */
export async function openExternal(given: External): Promise<OpenDatabase> {
  const urls = externalUrls(given)
  const client = await connectAs('DATABASE_URL', given.owner)
  try {
    const { rows } = await client.query(`select current_setting('server_version_num')::int as version,
      current_setting('server_version') as label, current_user as name, current_database() as database,
      rolcreaterole or rolsuper as may_create_roles, pg_encoding_to_char(encoding) as encoding,
      has_database_privilege(current_database(), 'create') and has_schema_privilege('public', 'create') as may_create
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
        `DATABASE_URL: ${server.name} may not create tables here: run « alter database ${server.database} owner to ${server.name} » as a superuser`,
      )
    }
    await oneAtATime(client, () => roles(client, server.name, server.may_create_roles, given))
  } finally {
    await client.end()
  }
  await checkRuntimeLogin(given.app ? 'DATABASE_APP_URL' : 'DATABASE_URL', urls.app)
  return { cluster: null, urls }
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
  if (!mayCreate) return
  try {
    await ensureRoles(client, owner, given.app ? null : derivedPasswords(given.owner))
  } catch (error) {
    if ((error as { code?: string }).code !== '42501') throw error
    // Roles are of a whole server: another database's owner made them.
    throw new DatabaseError(
      `DATABASE_URL: the roles ${needed.join(', ')} were made by another user than ${owner}: run « grant ${needed.join(', ')} to ${owner} with admin option » as a superuser, or give this database to that user`,
    )
  }
}

/** Every policy is written for one role: any other login would see nothing, or everything. */
async function checkRuntimeLogin(variable: string, url: string) {
  const client = await connectAs(variable, url)
  try {
    const { rows } = await client.query(
      `select current_user as name, rolsuper or rolbypassrls as sees_all, pg_has_role(oid, $1, 'usage') as is_app
       from pg_roles where rolname = current_user`,
      [APP_ROLE],
    )
    const login = rows[0]
    if (login.sees_all || !login.is_app) {
      throw new DatabaseError(
        `${variable}: Maillage must sign in as ${APP_ROLE} to serve, and ${login.name} is ${login.sees_all ? 'above its rules' : 'another role'}`,
      )
    }
  } finally {
    await client.end()
  }
}

async function connectAs(variable: string, url: string): Promise<pg.Client> {
  try {
    const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
    client.on('error', () => {})
    await client.connect()
    return client
  } catch (error) {
    throw connectionRefusal(variable, url, error as Error)
  }
}
