import type { Transaction } from '#db/client.ts'
import { dispositifLetter } from '#db/schema/dispositifs/follow-up.ts'
import { dispositifTaken, dispositifTakenVersion } from '#db/schema/dispositifs/template.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import type { Offer } from './offers.server.ts'

/** A new dispositif comes from this version of this template, and writes its letters as it does. */
export async function tieDispositif(tx: Transaction, ctx: StaffContext, dispositifId: string, offer: Offer) {
  const networkId = ctx.network.id
  await tx.insert(dispositifTaken).values({
    ...{ networkId, dispositifId, sourceNetwork: offer.network, source: offer.source },
    toldVersion: offer.version,
  })
  await keepVersion(tx, ctx, dispositifId, offer)
  const { letters } = offer.content
  if (letters.length === 0) return
  const written = { networkId, dispositifId, accountId: ctx.account.id, updatedAt: ctx.clock.now() }
  await tx.insert(dispositifLetter).values(letters.map((letter) => ({ ...letter, ...written })))
}

export async function keepVersion(
  tx: Transaction,
  ctx: StaffContext,
  dispositifId: string,
  { version, content }: Offer,
) {
  const { id: networkId } = ctx.network
  const taken = { accountId: ctx.account.id, takenAt: ctx.clock.now() }
  await tx
    .insert(dispositifTakenVersion)
    .values({ networkId, dispositifId, version, content, ...taken })
    .onConflictDoNothing()
}
