import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { searchedPeople } from '../organisation/searched.server.ts'
import { crm } from '../permissions.ts'
import { currentPosition } from './current-position.server.ts'

export type SuggestedPerson = { id: string; name: string; organisation: string | null }

const MOST_SEARCHED = 50

/** People whose name or address answers what somebody is typing, with where one meets them. */
export async function suggestPeople(ctx: Context, q: string, most: number): Promise<SuggestedPerson[]> {
  demand(ctx, crm['person:read'])
  const searched = searchedPeople(q, MOST_SEARCHED)
  if (!searched) return []
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<SuggestedPerson>(sql`
      select p.id, trim(p.given_name || ' ' || p.family_name) as name,
        (select o.name from person_position h join organisation o
           on o.network_id = h.network_id and o.id = h.organisation_id
         where h.network_id = p.network_id and h.person_id = p.id and ${currentPosition(ctx, 'h')}
         order by h.started_on desc nulls last, h.id limit 1) as organisation
      from (${searched}) f join person p on p.network_id = ${ctx.network.id} and p.id = f.id
      order by p.family_name collate "fr-x-icu", p.given_name collate "fr-x-icu", p.id limit ${most}`)
    return rows
  })
}
