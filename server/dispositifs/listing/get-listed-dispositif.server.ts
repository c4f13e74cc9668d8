import { and, eq } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { dispositifListing } from '#db/schema/dispositifs.ts'
import { notFound } from '#server/kernel/errors.ts'

/** One published dispositif of a network, by its address; absent and withdrawn are the same. */
export async function getListedDispositif(networkId: number, slug: string) {
  if (!/^[a-z0-9-]+$/.test(slug)) throw notFound()
  const [row] = await publicDb()
    .select()
    .from(dispositifListing)
    .where(and(eq(dispositifListing.networkId, networkId), eq(dispositifListing.slug, slug)))
  if (!row) throw notFound()
  return row
}

export type ListedDispositif = Awaited<ReturnType<typeof getListedDispositif>>
