import { sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import type { Scope } from './conditions.server.ts'
import { currentRevision, kept } from './kept-searches.server.ts'

export type ListingCount = { networkId: number; listed: number; members: number }

/** How many organisations each network, or one, lists on its own site today, and how many of them are members. */
export async function countListings(today: string, networkId: number | null = null): Promise<ListingCount[]> {
  const scope = { networkId, today }
  return kept(scope, await currentRevision(), ['listed'], () => count(scope))
}

async function count({ today, networkId }: Scope): Promise<ListingCount[]> {
  const where = networkId === null ? sql`true` : sql`network_id = ${networkId}`
  const { rows } = await publicDb().execute<ListingCount>(sql`
    select network_id as "networkId", count(*)::int as listed,
      count(*) filter (where member_until >= ${today}::date)::int as members
    from organisation_listing where ${where} group by network_id`)
  return rows
}
