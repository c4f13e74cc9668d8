import { sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'

export type Laureate = {
  id: string
  sessionId: string
  holders: string[]
  title: string
  countries: string[]
  amountCents: number | null
}

/** Who was retained by the calls of a published dispositif, as its network tells the public. */
export async function findLaureates(networkId: number, dispositifId: string): Promise<Laureate[]> {
  const { rows } = await publicDb().execute<Laureate>(sql`
    select l.id, l.session_id as "sessionId", l.holders, l.title, l.countries, l.amount_cents as "amountCents"
    from laureate_listing l
    where l.network_id = ${networkId} and l.dispositif_id = ${dispositifId}
    order by l.holders[1] collate "fr-x-icu", l.title collate "fr-x-icu", l.id`)
  return rows
}
