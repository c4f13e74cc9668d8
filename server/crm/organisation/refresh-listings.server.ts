import type { Transaction } from '#db/client.ts'
import { writeListings } from '#server/directory/public.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { getMembersUntil } from '#server/membership/public.ts'
import type { OrganisationRow } from './locked-organisation.server.ts'

/** What the public reads of published records follows them, in the transaction that changed them. */
export async function refreshListings(tx: Transaction, ctx: NetworkContext, records: OrganisationRow[]) {
  const listed = records.flatMap((record) => {
    const { slug, publishedAt } = record
    return slug && publishedAt ? [{ ...record, slug, publishedAt }] : []
  })
  if (listed.length === 0) return
  const ids = listed.map(({ id }) => id)
  await writeListings(tx, ctx, listed, await getMembersUntil(tx, ctx, ids))
}
