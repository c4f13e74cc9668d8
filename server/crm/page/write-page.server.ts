import type { Transaction } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import { writeListing } from '#server/directory/public.ts'
import { record } from '#server/kernel/audit.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { getMemberUntil } from '#server/membership/public.ts'
import { changesBetween } from '../organisation/changes.ts'
import { type OrganisationRow, thisOrganisation } from '../organisation/locked-organisation.server.ts'
import { placeOf, seatOf } from '../organisation/place.server.ts'
import { mergedOwnValues } from '../own-field/read-own-values.ts'
import { isOwnField, type OwnPageField, ownIn, type PageChanges } from './page.ts'

export type RowChanges = PageChanges &
  Partial<
    Pick<
      OrganisationRow,
      | 'verifiedAt'
      | 'aggregated'
      | 'shownToNetworks'
      | 'contactable'
      | 'emailShown'
      | 'publishedAt'
      | 'hiddenByKeeper'
      | 'slug'
    >
  >

/** Changes some fields of a record held for update, its listing with it; one line of history. */
export async function writePage(
  tx: Transaction,
  ctx: NetworkContext,
  before: OrganisationRow,
  changed: RowChanges,
  action: string,
  told: Record<string, unknown> = {},
): Promise<OrganisationRow> {
  const { commune, ...said } = changed
  const own = ownIn(said)
  const fields = Object.fromEntries(Object.entries(said).filter(([field]) => !isOwnField(field))) as Omit<
    RowChanges,
    'commune' | OwnPageField
  >
  const place =
    commune !== undefined
      ? placeOf(commune?.insee ?? null, commune?.postalCode ?? null)
      : fields.seatPrivate
        ? homeOf(before)
        : {}
  const ownFields = mergedOwnValues(before.ownFields, own)
  const values = { ...fields, ...place, ...(Object.keys(own).length > 0 ? { ownFields } : {}) }
  const { hiddenByKeeper: _, ...read } = values
  const changes = changesBetween(before, read)
  const moved = Object.keys(changes).some((field) => field !== 'verifiedAt')
  const next = {
    ...values,
    version: before.version + 1,
    // To say that all is right changes nothing of the page: its date of change stays.
    ...(moved ? { updatedAt: ctx.clock.now() } : {}),
  }
  await tx.update(organisation).set(next).where(thisOrganisation(before))
  const after = { ...before, ...next }
  const { slug, publishedAt } = after
  if (slug && publishedAt)
    await writeListing(tx, ctx, { ...after, slug, publishedAt }, await getMemberUntil(tx, ctx, before.id))
  await record(tx, ctx, {
    action,
    objectType: 'organisation',
    objectId: before.id,
    changes: { ...told, ...changes },
  })
  return after
}

/** Said to be a home, its seat is no more precise than its commune. */
const homeOf = (row: OrganisationRow) =>
  row.insee ? seatOf({ ...row, seatPrivate: true, point: null }) : { lat: null, lon: null }
