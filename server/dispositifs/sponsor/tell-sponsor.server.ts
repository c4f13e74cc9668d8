import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import { oneTold } from '../letter/gap-values.server.ts'
import { writeLetter } from '../letter/send-letter.server.ts'
import { peopleOfSponsor } from './sponsors-people.server.ts'

/** A dossier awaits its sponsor: its people are told here and by mail, in the transaction of the move. */
export async function tellSponsor(tx: Transaction, ctx: NetworkContext, dossierId: string) {
  const told = await oneTold(tx, ctx, dossierId)
  if (!told.sponsorId) return
  for (const { id } of await peopleOfSponsor(tx, ctx, told.sponsorId))
    await notify(tx, ctx, {
      accountId: id,
      kind: 'dispositifs.to_validate',
      params: { dossier: told.title || `n° ${told.number}`, organisation: told.holders.join(', ') },
      path: `/${ctx.network.slug}/espace/parrainages/${dossierId}`,
    })
  await writeLetter(tx, ctx, dossierId, 'to_validate')
}
