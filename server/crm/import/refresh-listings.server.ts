import type { Transaction } from '#db/client.ts'
import { writeListing } from '#server/directory/public.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { getMemberUntil } from '#server/membership/public.ts'
import { loadRecords } from './load-known.server.ts'

/** What the public reads of published records follows them, in the transaction that changed them. */
export async function refreshListings(tx: Transaction, ctx: StaffContext, ids: string[]) {
  for (const record of (await loadRecords(tx, ctx, ids)).values()) {
    const { slug, publishedAt } = record
    if (slug && publishedAt)
      await writeListing(tx, ctx, { ...record, slug, publishedAt }, await getMemberUntil(tx, ctx, record.id))
  }
}
