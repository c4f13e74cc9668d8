import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { raiseRevision } from './after-listing.server.ts'

/** Every listing of the network tells the network's own fields as they are now defined. */
export async function tellOwnFields(tx: Transaction, ctx: NetworkContext) {
  await tx.execute(sql`
    update organisation_listing l set own_fields = told.fields
    from (select o.id, own_fields_told(o.network_id, o.kind, o.own_fields) as fields
      from organisation o where o.network_id = ${ctx.network.id} and o.published_at is not null) told
    where l.network_id = ${ctx.network.id} and l.id = told.id and l.own_fields <> told.fields`)
  await raiseRevision(tx, ctx)
}
