import { inNetwork, type Transaction } from '#db/client.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { rowOfOrganisation } from './locked-organisation.server.ts'

export type OrganisationRecord = Awaited<ReturnType<typeof readOrganisation>>

/** What a record holds, without what hangs on it: its page tells that (getRecordPage). */
export async function getOrganisation(ctx: Context, id: string): Promise<OrganisationRecord> {
  demand(ctx, crm['organisation:read'])
  return inNetwork(ctx, (tx) => readOrganisation(tx, ctx, id))
}

/** The row, but for what only the search reads. */
export async function readOrganisation(tx: Transaction, ctx: NetworkContext, id: string) {
  const { networkId, search, folded, ...record } = await rowOfOrganisation(tx, ctx, id)
  return record
}
