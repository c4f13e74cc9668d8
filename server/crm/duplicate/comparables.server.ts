import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import type { Comparable } from './alike.ts'

/** Where and when: nobody need have asked. */
export type Placed = Pick<NetworkContext, 'network' | 'clock'>

/** What records `o` of this network are compared by. */
export async function comparables(tx: Transaction, ctx: Placed, where: SQL): Promise<Comparable[]> {
  const { rows } = await tx.execute<Comparable>(sql`
    select id, name, acronym,
      aliases || array(select one ->> 'name' from jsonb_array_elements(former_names) one) as "otherNames",
      kind, subkind, siren, siret, rna, insee, postal_code as "postalCode", city, website, email,
      parent_id as "parentId"
    from organisation o where network_id = ${ctx.network.id} and ${where}`)
  return rows
}
