import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { hashPassword } from '#server/identity/public.ts'
import type { Clock } from '#server/kernel/clock.ts'
import type { Context, Grant } from '#server/kernel/context.ts'
import { activeNetwork } from '#server/kernel/networks.ts'
import type { Role } from '#tenants/roles.ts'

export const PASSWORD = 'Quatre-Mots-Simples-9'
let hash: Promise<string> | undefined

export const noonOf = (day: string): Clock => ({ now: () => new Date(`${day}T12:00:00+01:00`) })

export type Person = { id: string; email: string; name: string }

/** An account with grants, written by the runtime login or whoever passes its walls. */
export async function aPerson(
  client: pg.Client,
  grants: Record<string, Role> = {},
  name = 'Camille Essai',
): Promise<Person> {
  hash ??= hashPassword(PASSWORD)
  const person = { id: randomUUID(), email: `${randomUUID()}@essai.example`, name }
  await client.query('insert into account (id, email, name, password_hash) values ($1, $2, $3, $4)', [
    person.id,
    person.email,
    name,
    await hash,
  ])
  for (const [slug, role] of Object.entries(grants)) {
    await client.query('begin')
    const { rows } = await client.query('select id from network where slug = $1', [slug])
    await client.query(`select set_config('app.network_id', $1, true)`, [`${rows[0].id}`])
    await client.query(
      `insert into account_grant (network_id, id, account_id, role, starts_on, programme_id)
       values ($1, $2, $3, $4, '2020-01-01', $5)`,
      [rows[0].id, randomUUID(), person.id, role, role === 'coordinator' ? randomUUID() : null],
    )
    await client.query('commit')
  }
  return person
}

/** The context of a request by this person in this network. */
export function contextOf(
  slug: string,
  person: Person | null,
  roles: Role[] = ['staff'],
  clock = noonOf('2026-11-20'),
): Context {
  const network = activeNetwork(slug) ?? null
  return {
    account: person,
    grants: person && network ? roles.map((role) => aGrant(network.id, role)) : [],
    network,
    locale: 'fr',
    clock,
    requestId: 'test',
    caller: { address: '127.0.0.1', userAgent: '' },
  }
}

export const aGrant = (networkId: number, role: Role, given: Partial<Grant> = {}): Grant => ({
  id: randomUUID(),
  networkId,
  role,
  profile: null,
  missions: [],
  programmeId: null,
  ...given,
})
