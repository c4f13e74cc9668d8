import pg from 'pg'

/** Who may sign in to the database, besides its owner. Names are the same everywhere. */
export const APP_ROLE = 'maillage_app'
export const OBSERVATORY_ROLE = 'maillage_observatory'

/**
 * Roles nobody signs in with; each owns the functions of one schema, and only those functions act
 * with its rights. The owner may become them to create these functions, and inherits nothing.
 */
export const DEFINER_ROLES = {
  maillage_search: 'definer_search',
  maillage_identity: 'definer_identity',
} as const

export type Passwords = { app: string; observatory: string }

/**
 * Creates what is missing, changes no existing role, and leaves the passwords of existing logins
 * alone unless `passwords` says otherwise.
 */
export async function ensureRoles(client: pg.ClientBase, owner: string, passwords: Passwords | null) {
  const { rows } = await client.query<{ rolname: string }>('select rolname from pg_roles')
  const existing = new Set(rows.map((row) => row.rolname))
  for (const [role, password] of [
    [APP_ROLE, passwords?.app],
    [OBSERVATORY_ROLE, passwords?.observatory],
  ] as const) {
    const secret = password ? ` password ${pg.escapeLiteral(password)}` : ''
    if (!existing.has(role)) await client.query(`create role ${role} login nosuperuser nobypassrls${secret}`)
    else if (secret) await client.query(`alter role ${role}${secret}`)
  }
  for (const role of Object.keys(DEFINER_ROLES)) {
    if (!existing.has(role)) await client.query(`create role ${role} nologin nosuperuser nobypassrls`)
    const { rows: member } = await client.query(`select pg_has_role($1, $2, 'set') as may`, [owner, role])
    if (!member[0].may) {
      await client.query(`grant ${role} to ${pg.escapeIdentifier(owner)} with inherit false, set true`)
    }
  }
}
