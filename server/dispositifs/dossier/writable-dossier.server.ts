import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { emptied, mergedAway } from '../errors.ts'
import { lockDossier } from './locked-dossier.server.ts'

/** Held until the act is done; what was emptied, or is one with another, is written no more. */
export async function lockWritable(tx: Transaction, ctx: NetworkContext, id: string) {
  const row = await lockDossier(tx, ctx, id)
  if (row.emptiedAt) throw emptied()
  if (row.state === 'merged') throw mergedAway()
  return row
}
