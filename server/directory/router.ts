import { z } from 'zod'
import { type Clock, today } from '#server/kernel/clock.ts'
import { notFound } from '#server/kernel/errors.ts'
import type { KnownNetwork } from '#server/kernel/networks.ts'
import { procedure, router } from '#server/trpc/init.ts'
import { filtersSchema } from './organisation/filters.schema.ts'
import { findListings } from './organisation/find-listings.server.ts'
import { getListing } from './organisation/get-listing.server.ts'

export const directoryRouter = router({
  findListings: procedure
    .input(z.object({ filters: filtersSchema }))
    .query(({ ctx, input }) => findListings(scopeOf(ctx), input.filters)),
  getListing: procedure
    .input(z.object({ slug: z.string().max(100) }))
    .query(({ ctx, input }) => getListing(scopeOf(ctx), input.slug)),
})

type Placed = { network: KnownNetwork; clock: Clock }
/** A network without a directory answers as if it were not there. */
function scopeOf({ network, clock }: Placed) {
  if (!network.modules.includes('directory')) throw notFound()
  return { networkId: network.id, today: today(clock, network.timeZone) }
}
