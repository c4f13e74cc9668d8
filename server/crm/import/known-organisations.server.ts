import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { type KnownOne, OrganisationIndex } from './organisation-index.ts'

const PAGE = 5000

/** Of a file whose tool nobody named. */
export const DEFAULT_SOURCE = 'import'

/** The network's records by what recognises them, read once for a whole file. */
export async function knownOrganisations(ctx: StaffContext, source: string) {
  const index = new OrganisationIndex(source !== '')
  let after: string | null = null
  for (;;) {
    const { rows }: { rows: KnownOne[] } = await inNetwork(ctx, (tx) =>
      tx.execute<KnownOne>(sql`select id, name, acronym, siren, siret, rna, insee, postal_code as "postalCode", city
        from organisation where network_id = ${ctx.network.id}
          and (${after}::uuid is null or id > ${after}::uuid) order by id limit ${PAGE}`),
    )
    for (const row of rows) index.add(row)
    after = rows.at(-1)?.id ?? null
    if (rows.length < PAGE) break
  }
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute<{
      key: string
      id: string
    }>(sql`select key, organisation_id as id from organisation_external_key
      where network_id = ${ctx.network.id} and source = ${source || DEFAULT_SOURCE}`),
  )
  for (const { key, id } of rows) index.nameOutside(key, id)
  return index
}
