import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notify, notifyTeam } from '#server/kernel/notifications/notify.server.ts'
import { oneTold } from '../letter/gap-values.server.ts'
import { writeLetter } from '../letter/send-letter.server.ts'
import { peopleOfSponsor } from './sponsors-people.server.ts'

/**
 * A dossier awaits its sponsor: its people are told here and by mail, in the transaction of the move. Where nobody
 * can validate it, the team is told before the call closes on it.
 */
export async function tellSponsor(tx: Transaction, ctx: NetworkContext, dossierId: string) {
  const told = await oneTold(tx, ctx, dossierId)
  const dossier = told.title || `n° ${told.number}`
  const people = told.sponsorId ? await peopleOfSponsor(tx, ctx, told.sponsorId) : []
  if (people.length === 0) {
    const path = `/${ctx.network.slug}/bureau/dispositifs/dossiers/${dossierId}`
    await notifyTeam(tx, ctx, { kind: 'dispositifs.nobody_validates', params: { dossier }, path })
    return
  }
  for (const { id } of people)
    await notify(tx, ctx, {
      accountId: id,
      kind: 'dispositifs.to_validate',
      params: { dossier, organisation: told.holders.join(', ') },
      path: `/${ctx.network.slug}/espace/parrainages/${dossierId}`,
    })
  await writeLetter(tx, ctx, dossierId, 'to_validate')
}
