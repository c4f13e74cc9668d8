import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { AmountDoubt } from '../decision/amount-doubt.ts'
import { dispositifs } from '../permissions.ts'
import { envelopesOf } from './board.server.ts'
import type { OpinionInput } from './sitting.schema.ts'

type Item = {
  opinion: string | null
  amountCents: number | null
  requestedCents: number | null
  sessionId: string
}

/**
 * What an amount proposed goes beyond: the request, or what the other files leave of the envelope. It does not
 * look for ties again: a tie found here would be taken for one that its writer was told of.
 */
export async function opinionDoubts(
  ctx: Context,
  sittingId: string,
  itemId: string,
  { opinion, amountCents }: OpinionInput,
): Promise<AmountDoubt[]> {
  demand(ctx, dispositifs['jury:manage'])
  if (amountCents === null || (opinion !== 'favourable' && opinion !== 'reservations')) return []
  const { item, envelope } = await inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<Item>(sql`select t.opinion, t.amount_cents::float8 as "amountCents",
        d.requested_cents::float8 as "requestedCents", d.session_id as "sessionId"
      from sitting_item t join dossier d on d.network_id = t.network_id and d.id = t.dossier_id
      where t.network_id = ${ctx.network.id} and t.sitting_id = ${sittingId} and t.id = ${itemId}`)
    const [item] = rows
    if (!item) throw notFound()
    const envelopes = await envelopesOf(tx, ctx, sittingId)
    return { item, envelope: envelopes.find(({ sessionId }) => sessionId === item.sessionId) }
  })
  const { requestedCents } = item
  const others = (envelope?.proposedCents ?? 0) - (item.opinion ? (item.amountCents ?? 0) : 0)
  const left =
    envelope?.envelopeCents === null || !envelope ? null : Math.max(0, envelope.envelopeCents - others)
  return [
    ...(requestedCents !== null && amountCents > requestedCents
      ? [{ kind: 'request' as const, cents: requestedCents }]
      : []),
    ...(left !== null && amountCents > left ? [{ kind: 'envelope' as const, cents: left }] : []),
  ]
}
