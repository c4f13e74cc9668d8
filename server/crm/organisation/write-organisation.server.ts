import type { Transaction } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import { removeListing, writeListing } from '#server/directory/public.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { getMemberUntil } from '#server/membership/public.ts'
import { type OrganisationRow, thisOrganisation } from './locked-organisation.server.ts'

/** What an act may write of a record it holds; its version is raised whatever it writes. */
export type Written = Partial<Omit<OrganisationRow, 'networkId' | 'id' | 'version' | 'search' | 'folded'>>

/** Writes a record one holds (lockOrganisation), and what the public reads of it in the same transaction. */
export async function writeOrganisation(
  tx: Transaction,
  ctx: NetworkContext,
  before: OrganisationRow,
  values: Written,
): Promise<OrganisationRow> {
  const next = { updatedAt: ctx.clock.now(), ...values, version: before.version + 1 }
  await tx.update(organisation).set(next).where(thisOrganisation(before))
  const row = { ...before, ...next }
  const { slug, publishedAt } = row
  if (slug && publishedAt)
    await writeListing(tx, ctx, { ...row, slug, publishedAt }, await getMemberUntil(tx, ctx, row.id))
  else if (before.publishedAt) await removeListing(tx, ctx, row.id)
  return row
}
