import type { Transaction } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import { removeListing, writeListing } from '#server/directory/public.ts'
import { record } from '#server/kernel/audit.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { getMemberUntil } from '#server/membership/public.ts'
import { changesBetween } from './changes.ts'
import { type OrganisationRow, thisOrganisation } from './locked-organisation.server.ts'
import { placeOf } from './place.server.ts'

/** What an act may write of a record it holds; its version is raised whatever it writes. */
export type Written = Partial<Omit<OrganisationRow, 'networkId' | 'id' | 'version' | 'search' | 'folded'>>
/** The line of history: what changed, unless the act tells it in its own words. */
type Line = { action: string; changes?: Record<string, unknown> }

/**
 * Saves a record one holds (lockOrganisation): the row, what the public reads of it and its line of history,
 * in the same transaction. It was changed now, unless `updatedAt` says that nothing new is said of it.
 */
export async function saveRecord(
  tx: Transaction,
  ctx: NetworkContext,
  before: OrganisationRow,
  values: Written,
  { action, changes }: Line,
): Promise<OrganisationRow> {
  const next = {
    updatedAt: ctx.clock.now(),
    ...values,
    ...homeOf({ ...before, ...values }),
    version: before.version + 1,
  }
  await tx.update(organisation).set(next).where(thisOrganisation(before))
  const row = { ...before, ...next }
  await saveListing(tx, ctx, row, before.publishedAt !== null)
  const { updatedAt, ...told } = values
  await record(tx, ctx, {
    action,
    objectType: 'organisation',
    objectId: row.id,
    changes: changes ?? changesBetween(before, told),
  })
  return row
}

/** The listing says what the record says now; there is none of one that is not published. */
export async function saveListing(
  tx: Transaction,
  ctx: NetworkContext,
  row: OrganisationRow,
  wasPublished: boolean,
) {
  const { slug, publishedAt } = row
  if (slug && publishedAt)
    await writeListing(tx, ctx, { ...row, slug, publishedAt }, await getMemberUntil(tx, ctx, row.id))
  else if (wasPublished) await removeListing(tx, ctx, row.id)
}

/** A seat at a home is no more precise than its commune, whoever writes it. */
function homeOf({ seatPrivate, insee, postalCode }: OrganisationRow) {
  if (!seatPrivate) return {}
  const { lat, lon } = placeOf(insee, postalCode)
  return { lat, lon }
}
