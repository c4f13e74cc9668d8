import { currentName } from '#tenants/network.ts'
import type { Profile, Role } from '#tenants/roles.ts'
import type { Network } from '#tenants/schema.ts'

export type DemoGrant = { slug: string; role: Role; profile?: Profile }
export type DemoAccount = { email: string; name: string; grants: DemoGrant[] }

/** Who a network's demonstration has, by the first part of the address; first names only, plainly made up. */
const PEOPLE: { who: string; name: string; role: Role; profile?: Profile }[] = [
  { who: 'admin', name: 'Camille', role: 'admin' },
  { who: 'staff', name: 'Dominique', role: 'staff', profile: 'mission' },
  { who: 'finance', name: 'Claude', role: 'staff', profile: 'finance' },
  { who: 'board', name: 'Maxime', role: 'board' },
  { who: 'juror', name: 'Sacha', role: 'juror' },
  { who: 'member', name: 'Louison', role: 'member' },
  { who: 'holder', name: 'Charlie', role: 'holder' },
  { who: 'sponsor', name: 'Morgan', role: 'sponsor' },
]

const BETWEEN = ['so-cooperation', 'occitanie-cooperation']

export function demoAccounts(networks: Network[], today: string): DemoAccount[] {
  const has = (slug: string) => networks.some((network) => network.slug === slug)
  const accounts: DemoAccount[] = networks.flatMap((network) => {
    const of = currentName(network, today)
    return PEOPLE.map(({ who, name, role, profile }) => ({
      email: `${who}@${network.slug}.demo`,
      name: `${name} Démo (${of})`,
      grants: [{ slug: network.slug, role, profile }],
    }))
  })
  const both = BETWEEN.filter(has).map((slug) => ({
    slug,
    role: 'staff' as const,
    profile: 'mission' as const,
  }))
  accounts.push({ email: 'two@inter.demo', name: 'Alix Démo (deux réseaux)', grants: both })
  if (has('cirrma')) {
    accounts.push(
      {
        email: 'observatory@cirrma.demo',
        name: 'Andrea Démo (observatoire)',
        grants: [{ slug: 'cirrma', role: 'observatory' }],
      },
      {
        email: 'coordinator@inter.demo',
        name: 'Eden Démo (programme de trois réseaux)',
        grants: [{ slug: 'cirrma', role: 'coordinator' }],
      },
    )
  }
  return accounts
}
