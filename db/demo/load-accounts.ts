import type pg from 'pg'
import { BOUND_ROLES } from '#tenants/roles.ts'
import type { DemoAccount, DemoGrant } from './accounts.ts'
import { rowIds } from './row-id.ts'

/**
 * An account that exists keeps its password and its grants. All at once: some accounts without the
 * others would be taken for a finished demonstration.
 */
export async function loadAccounts(
  app: pg.ClientBase,
  accounts: DemoAccount[],
  networkIds: Map<string, number>,
  passwordHash: string,
): Promise<number> {
  let created = 0
  for (const account of accounts) if (await write(app, account, networkIds, passwordHash)) created++
  return created
}

async function write(
  app: pg.ClientBase,
  { email, name, grants }: DemoAccount,
  networkIds: Map<string, number>,
  passwordHash: string,
): Promise<boolean> {
  const id = rowIds(`account/${email}`)(0)
  const { rowCount } = await app.query(
    'insert into account (id, email, name, password_hash) values ($1, $2, $3, $4) on conflict do nothing',
    [id, email, name, passwordHash],
  )
  if (rowCount === 0) return false
  for (const [index, grant] of grants.entries()) {
    const networkId = networkIds.get(grant.slug)!
    await app.query(`select set_config('app.network_id', $1, true)`, [`${networkId}`])
    await give(app, networkId, id, rowIds(`grant/${email}`)(index), grant)
  }
  return true
}

async function give(
  app: pg.ClientBase,
  networkId: number,
  accountId: string,
  grantId: string,
  { role, profile }: DemoGrant,
) {
  const programmeId = role === 'coordinator' ? rowIds('programme/demo')(0) : null
  await app.query(
    `insert into account_grant (network_id, id, account_id, role, profile, programme_id, starts_on)
     values ($1, $2, $3, $4, $5, $6, '2024-01-01')`,
    [networkId, grantId, accountId, role, profile ?? null, programmeId],
  )
  if (!(BOUND_ROLES as readonly string[]).includes(role)) return
  // Each role acts for an organisation of its own: members first, in the order they joined.
  await app.query(
    `insert into grant_organisation (network_id, grant_id, organisation_id)
     select $1, $2, organisation_id from (
       select organisation_id, min(joined_on) as joined from membership where network_id = $1 group by 1) m
     order by joined, organisation_id offset $3 limit 1`,
    [networkId, grantId, (BOUND_ROLES as readonly string[]).indexOf(role)],
  )
}
