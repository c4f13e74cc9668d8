import { asc, eq, sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { dispositifListing } from '#db/schema/dispositifs.ts'

/** All that a network publishes; there are a dozen at most, and their rules stay where they are. */
export async function findListedDispositifs(networkId: number) {
  const { slug, code, name, summary, funder, calls } = dispositifListing
  return publicDb()
    .select({ slug, code, name, summary, funder, calls })
    .from(dispositifListing)
    .where(eq(dispositifListing.networkId, networkId))
    .orderBy(asc(sql`${name} collate "fr-x-icu"`), asc(slug))
}

export type ListedLine = Awaited<ReturnType<typeof findListedDispositifs>>[number]
