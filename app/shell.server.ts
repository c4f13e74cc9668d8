import type { AppLoadContext } from '@remix-run/node'
import { activeNetworks, type KnownNetwork, nameOf, networkById } from '#server/kernel/networks.ts'

export { nameOf }

/** What every page's frame needs: where we are, who is signed in, which networks they may enter. */
export function shellOf({ context, demo }: AppLoadContext) {
  const { account, grants, network, requestId } = context
  const deskIds = [...new Set(grants.map((grant) => grant.networkId))]
  return {
    demo,
    requestId,
    network: network ? networkShell(network) : null,
    account: account ? { name: account.name } : null,
    desks: deskIds.flatMap((id) => {
      const known = networkById(id)
      return known?.status === 'active' ? [{ slug: known.slug, name: nameOf(known) }] : []
    }),
  }
}

function networkShell(network: KnownNetwork) {
  const { slug, kind, brand, modules } = network
  return { slug, kind, name: nameOf(network), brand, modules }
}

export function regionalNetworks() {
  return activeNetworks().filter((network) => network.kind === 'regional')
}
