import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { networkHost } from '#db/schema/portal.ts'
import { networkById } from '#server/kernel/networks.ts'
import { originFor, productOrigin } from './product-origin.ts'

/** A network served at a host of its own. */
export type Site = { networkId: number; slug: string; origin: string }

const HOST = /^[a-z0-9.-]{4,253}$/

/** The site a request's Host asks for; null for the product itself and for any host nobody proved. */
export async function hostSite(header: string | undefined): Promise<Site | null> {
  const host = header?.toLowerCase()
  if (!host || !HOST.test(host) || host === new URL(productOrigin()).host) return null
  return siteOf(host)
}

export async function siteOf(host: string): Promise<Site | null> {
  const [found] = await publicDb()
    .select({ networkId: networkHost.networkId })
    .from(networkHost)
    .where(and(eq(networkHost.host, host), isNotNull(networkHost.verifiedAt)))
    .orderBy(desc(networkHost.verifiedAt), networkHost.networkId)
    .limit(1)
  const network = found && networkById(found.networkId)
  if (network?.status !== 'active') return null
  return { networkId: network.id, slug: network.slug, origin: originFor(host) }
}
