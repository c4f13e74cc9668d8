import type { AppLoadContext } from '@remix-run/node'
import { activeNetworks, type KnownNetwork, networkById } from '#server/kernel/networks.ts'

/** What every page's frame needs: where we are, who is signed in, which networks they may enter. */
export function shellOf({ context, demo }: AppLoadContext) {
  const { account, grants, network, requestId } = context
  const deskIds = [...new Set(grants.map((grant) => grant.networkId))]
  return {
    demo,
    requestId,
    network: network ? networkShell(network) : null,
    account: account ? { name: account.name, email: account.email } : null,
    desks: deskIds.flatMap((id) => {
      const known = networkById(id)
      return known?.status === 'active' ? [{ slug: known.slug, name: nameOf(known) }] : []
    }),
  }
}

export const nameOf = (network: KnownNetwork) => network.names.at(-1)!.name

function networkShell(network: KnownNetwork) {
  const { slug, kind, brand, modules } = network
  return { slug, kind, name: nameOf(network), brand, modules }
}

export function regionalNetworks() {
  return activeNetworks().filter((network) => network.kind === 'regional')
}
