import { sql } from 'drizzle-orm'
import { networkById } from '#server/kernel/networks.ts'
import type { TodoProvider } from '#server/kernel/todo/todo.ts'
import { directory } from '../permissions.ts'
import { told } from './pairs.server.ts'

/** Listings of ours that may be those of another network, the ones it already confirmed first. */
export const listingTiesToSay: TodoProvider = {
  name: 'listings',
  rule: directory['listing:tie'],
  all: 'annuaire-national',
  find: async (tx, ctx, most) => {
    const { rows } = await tx.execute<{
      name: string
      network: number
      state: string
      since: string | null
      total: number
    }>(sql`
      with ${told(ctx)}
      select l.name, told.network, told.state, count(*) over ()::int as total,
        to_char(told."theirsAt" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since
      from told join organisation_listing l on l.network_id = ${ctx.network.id} and l.id = told.own
      where told.state in ('asked', 'open')
      order by told.state, l.name collate "fr-x-icu", told.own, told.network limit ${most}`)
    const lines = rows
      .filter(({ network }) => networkById(network))
      .map(({ name, state, since }) => ({
        kind: state === 'asked' ? 'listing_asked' : 'listing_alike',
        title: name,
        since,
        path: 'annuaire-national',
      }))
    return { lines, total: rows[0]?.total ?? 0 }
  },
}
