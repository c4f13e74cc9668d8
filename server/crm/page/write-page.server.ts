import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { changesBetween } from '../organisation/changes.ts'
import type { OrganisationRow } from '../organisation/locked-organisation.server.ts'
import { placeOf } from '../organisation/place.server.ts'
import { saveRecord } from '../organisation/save-record.server.ts'
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
  const place = commune === undefined ? {} : placeOf(commune?.insee ?? null, commune?.postalCode ?? null)
  const ownFields = mergedOwnValues(before.ownFields, own)
  const values = { ...fields, ...place, ...(Object.keys(own).length > 0 ? { ownFields } : {}) }
  const { hiddenByKeeper: _, ...read } = values
  const changes = changesBetween(before, read)
  const moved = Object.keys(changes).some((field) => field !== 'verifiedAt')
  // To say that all is right changes nothing of the page: its date of change stays.
  const still = moved ? {} : { updatedAt: before.updatedAt }
  return saveRecord(tx, ctx, before, { ...values, ...still }, { action, changes: { ...told, ...changes } })
}
