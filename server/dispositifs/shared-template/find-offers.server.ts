import { eq } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dispositifTaken } from '#db/schema/dispositifs/template.ts'
import { dispositif } from '#db/schema/dispositifs.ts'
import { foldText } from '#packages/referentials/text.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'
import { everyOffer, type Offer, offerByKey } from './offers.server.ts'
import { templateKey } from './template-key.ts'

/** The network's own dispositifs that come from it. */
export type HeldAs = { id: string; code: string }
export type OfferLine = Offer & { held: HeldAs[] }

/** Every template that can be taken, or those that the words asked for are found in. */
export async function findOffers(ctx: Context, asked = ''): Promise<OfferLine[]> {
  demand(ctx, dispositifs['dispositif:read'])
  const words = foldText(asked).split(' ').filter(Boolean)
  return inNetwork(ctx, async (tx) => {
    const held = await heldByKey(tx, ctx)
    return (await everyOffer(tx, ctx))
      .filter(({ owner, content: { code, name, aliases, summary, funder } }) => {
        const text = foldText([owner, code, name, ...aliases, summary, funder].join(' '))
        return words.every((word) => text.includes(word))
      })
      .map((offer) => ({ ...offer, held: held.get(offer.key) ?? [] }))
  })
}

export async function getOffer(ctx: Context, key: string): Promise<OfferLine> {
  demand(ctx, dispositifs['dispositif:read'])
  return inNetwork(ctx, async (tx) => {
    const offer = await offerByKey(tx, ctx, key)
    if (!offer) throw notFound()
    return { ...offer, held: (await heldByKey(tx, ctx)).get(offer.key) ?? [] }
  })
}

async function heldByKey(tx: Transaction, ctx: NetworkContext): Promise<Map<string, HeldAs[]>> {
  const { sourceNetwork, source } = dispositifTaken
  const rows = await tx
    .select({ id: dispositif.id, code: dispositif.code, network: sourceNetwork, source })
    .from(dispositifTaken)
    .innerJoin(dispositif, eq(dispositif.id, dispositifTaken.dispositifId))
    .where(eq(dispositifTaken.networkId, ctx.network.id))
    .orderBy(dispositif.code)
  const held = new Map<string, HeldAs[]>()
  for (const { id, code, ...from } of rows) {
    const key = templateKey(from)
    held.set(key, [...(held.get(key) ?? []), { id, code }])
  }
  return held
}
