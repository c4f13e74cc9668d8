import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notify } from '#server/kernel/notifications/notify.server.ts'
import { oneTold } from '../letter/gap-values.server.ts'
import { peopleOfSponsor } from '../sponsor/sponsors-people.server.ts'

/** Money is on its way to a sponsor: its people are asked to say when it came, and when they passed it on. */
export async function tellSponsorOfMoney(tx: Transaction, ctx: NetworkContext, dossierId: string) {
  const told = await oneTold(tx, ctx, dossierId)
  if (!told.sponsorId) return
  for (const { id } of await peopleOfSponsor(tx, ctx, told.sponsorId))
    await notify(tx, ctx, {
      accountId: id,
      kind: 'dispositifs.money_paid',
      params: { dossier: told.title || `n° ${told.number}` },
      path: `/${ctx.network.slug}/espace/parrainages/${dossierId}`,
    })
}
