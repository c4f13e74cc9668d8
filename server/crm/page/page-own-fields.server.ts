import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import type { OrganisationRow } from '../organisation/locked-organisation.server.ts'
import { ownFields } from '../own-field/find-own-fields.server.ts'
import { isFor, type OwnField } from '../own-field/own-field.ts'
import { type PageValues, pageOf } from './page.ts'

/** The network's own fields that a public page shows: those alone its keepers read and propose to change. */
export async function fieldsShown(tx: Transaction, ctx: NetworkContext, kind: string): Promise<OwnField[]> {
  return shownAmong(await ownFields(tx, ctx), kind)
}

export const shownAmong = (fields: OwnField[], kind: string) =>
  fields.filter((field) => field.onListing && !field.archived && isFor(field, kind))

export async function pageNow(
  tx: Transaction,
  ctx: NetworkContext,
  row: OrganisationRow,
): Promise<PageValues> {
  return pageOf(row, await fieldsShown(tx, ctx, row.kind))
}
