import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { hashPassword } from '#server/identity/public.ts'
import type { Clock } from '#server/kernel/clock.ts'
import type { Context, Role } from '#server/kernel/context.ts'
import { activeNetwork } from '#server/kernel/networks.ts'

export const PASSWORD = 'Quatre-Mots-Simples-9'
let hash: Promise<string> | undefined

export const noonOf = (day: string): Clock => ({ now: () => new Date(`${day}T12:00:00+01:00`) })

export type Person = { id: string; email: string; name: string }

/** An account with grants, written as the owner would: the runtime login may not give rights. */
export async function aPerson(
  owner: pg.Client,
  grants: Record<string, Role> = {},
  name = 'Camille Essai',
): Promise<Person> {
  hash ??= hashPassword(PASSWORD)
  const person = { id: randomUUID(), email: `${randomUUID()}@essai.example`, name }
  await owner.query('insert into account (id, email, name, password_hash) values ($1, $2, $3, $4)', [
    person.id,
    person.email,
    name,
    await hash,
  ])
  for (const [slug, role] of Object.entries(grants)) {
    await owner.query(
      `insert into account_grant (account_id, network_id, role, starts_on)
       select $1, id, $2, '2020-01-01' from network where slug = $3`,
      [person.id, role, slug],
    )
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
    grants: person && network ? roles.map((role) => ({ networkId: network.id, role })) : [],
    network,
    locale: 'fr',
    clock,
    requestId: 'test',
  }
}
