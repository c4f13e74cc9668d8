import type { AppLoadContext } from '@remix-run/node'
import type { Grant } from '#server/kernel/context.ts'
import { activeNetworks, type KnownNetwork, nameOf, networkById } from '#server/kernel/networks.ts'
import { DESK_ROLES, ROLES, type Role } from '#tenants/roles.ts'

export { nameOf }

/** A network a person has a role in, and where their work is there. */
export type Place = { slug: string; name: string; home: string; isDesk: boolean; roles: string[] }

/** What every page's frame needs: where we are, who is signed in, which networks they may enter. */
export function shellOf({ context, demo }: AppLoadContext) {
  const { account, grants, network, requestId } = context
  return {
    demo,
    requestId,
    network: network ? networkShell(network) : null,
    account: account ? { name: account.name } : null,
    places: placesOf(grants),
  }
}

/** The bureau for who works in it, the member space for everybody else. */
export function placesOf(grants: Grant[]): Place[] {
  const ids = [...new Set(grants.map((grant) => grant.networkId))]
  return ids.flatMap((id) => {
    const known = networkById(id)
    if (known?.status !== 'active') return []
    const own = grants.filter((grant) => grant.networkId === id)
    const isDesk = own.some(({ role }) => (DESK_ROLES as readonly Role[]).includes(role))
    const home = `/${known.slug}/${isDesk ? 'bureau' : 'espace'}`
    return [{ slug: known.slug, name: nameOf(known), home, isDesk, roles: rolesIn(own) }]
  })
}

/** `staff_finance`, `admin`: the words of a role, the first given to the strongest. */
function rolesIn(grants: Grant[]): string[] {
  const inOrder = [...grants].sort((a, b) => ROLES.indexOf(a.role) - ROLES.indexOf(b.role))
  return [...new Set(inOrder.map(({ role, profile }) => (profile ? `${role}_${profile}` : role)))]
}

function networkShell(network: KnownNetwork) {
  const { slug, kind, brand, modules } = network
  return { slug, kind, name: nameOf(network), brand, modules }
}

export function regionalNetworks() {
  return activeNetworks().filter((network) => network.kind === 'regional')
}
