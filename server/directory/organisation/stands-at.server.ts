import { eq, or, type SQL, sql } from 'drizzle-orm'
import { organisation } from '#db/schema/crm.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

/**
 * The record whose page is at this address, or was before it was merged into one that keeps another:
 * what somebody had open then is sent to the one that stands for it. The first has the address itself.
 */
export const standsAt = (ctx: NetworkContext, slug: string) =>
  or(
    eq(organisation.slug, slug),
    sql`${organisation.id} = (select r.id from listing_redirect r
      where r.network_id = ${ctx.network.id} and r.slug = ${slug})`,
  )

export const itselfFirst = (slug: string): SQL => sql`(${organisation.slug} = ${slug}) desc nulls last`
