import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { networkHost } from '#db/schema/portal.ts'
import { networkById } from '#server/kernel/networks.ts'
import { siteOf } from './find-site.server.ts'
import { originFor, productOrigin } from './product-origin.ts'

/** Where a network's pages begin: its own host, or the product's address and its name. */
export async function baseOf(networkId: number): Promise<string> {
  const origin = await ownOrigin(networkId)
  const network = networkById(networkId)
  return origin ?? `${productOrigin()}/${network?.slug ?? ''}`
}

/** The origin of mails and links written in a network's name. */
export async function originOf(networkId: number): Promise<string> {
  return (await ownOrigin(networkId)) ?? productOrigin()
}

async function ownOrigin(networkId: number): Promise<string | null> {
  const hosts = await publicDb()
    .select({ host: networkHost.host })
    .from(networkHost)
    .where(and(eq(networkHost.networkId, networkId), isNotNull(networkHost.verifiedAt)))
    .orderBy(desc(networkHost.verifiedAt))
  for (const { host } of hosts) {
    // Another network may have proven it since.
    const site = await siteOf(host)
    if (site?.networkId === networkId) return originFor(host)
  }
  return null
}
