import type pg from 'pg'
import { currentName } from '#tenants/network.ts'
import type { Network } from '#tenants/schema.ts'
import { rowIds } from './row-id.ts'

type DemoAccount = { email: string; name: string; grants: { slug: string; role: 'admin' | 'staff' }[] }

const BETWEEN = ['so-cooperation', 'occitanie-cooperation']

/** An administrator and a member of staff a network, and one person who works for two networks. */
export function demoAccounts(networks: Network[], today: string): DemoAccount[] {
  const accounts: DemoAccount[] = networks.flatMap((network) => {
    const name = currentName(network, today)
    const { slug } = network
    return [
      { email: `admin@${slug}.demo`, name: `Camille Démo (${name})`, grants: [{ slug, role: 'admin' }] },
      { email: `staff@${slug}.demo`, name: `Dominique Démo (${name})`, grants: [{ slug, role: 'staff' }] },
    ]
  })
  const both = BETWEEN.filter((slug) => networks.some((network) => network.slug === slug))
  const grants = both.map((slug) => ({ slug, role: 'staff' as const }))
  return [...accounts, { email: 'two@inter.demo', name: 'Alix Démo (deux réseaux)', grants }]
}

/**
 * Only the owner may write grants. An account that exists keeps its password and its grants. All at
 * once: some accounts without the others would be taken for a finished demonstration.
 */
export async function loadAccounts(
  owner: pg.ClientBase,
  accounts: DemoAccount[],
  networkIds: Map<string, number>,
  passwordHash: string,
): Promise<number> {
  await owner.query('begin')
  try {
    const created = await write(owner, accounts, networkIds, passwordHash)
    await owner.query('commit')
    return created
  } catch (error) {
    await owner.query('rollback').catch(() => {})
    throw error
  }
}

async function write(
  owner: pg.ClientBase,
  accounts: DemoAccount[],
  networkIds: Map<string, number>,
  passwordHash: string,
): Promise<number> {
  let created = 0
  for (const { email, name, grants } of accounts) {
    const id = rowIds(`account/${email}`)(0)
    const { rowCount } = await owner.query(
      `insert into account (id, email, name, password_hash, created_at)
       values ($1, $2, $3, $4, '2024-01-01T08:00:00Z') on conflict do nothing`,
      [id, email, name, passwordHash],
    )
    created += rowCount ?? 0
    for (const { slug, role } of grants) {
      await owner.query(
        `insert into account_grant (account_id, network_id, role, starts_on)
         select id, $2, $3, '2024-01-01' from account where email = $1 on conflict do nothing`,
        [email, networkIds.get(slug), role],
      )
    }
  }
  return created
}
