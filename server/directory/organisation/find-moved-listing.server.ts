import { sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import type { Scope } from './conditions.server.ts'

/** Where the listing that stood at this address is now, when its record was merged into another that is public. */
export async function findMovedListing(
  scope: Scope & { networkId: number },
  slug: string,
): Promise<string | null> {
  const { rows } = await publicDb().execute<{ slug: string }>(sql`
    select l.slug from listing_redirect r
      join organisation_listing l on l.network_id = r.network_id and l.id = r.id
    where r.network_id = ${scope.networkId} and r.slug = ${slug}`)
  return rows[0]?.slug ?? null
}
