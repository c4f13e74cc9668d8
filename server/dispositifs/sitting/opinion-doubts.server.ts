import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { AmountDoubt } from '../decision/amount-doubt.ts'
import { dispositifs } from '../permissions.ts'
import { readItem } from './read-item.server.ts'
import type { OpinionInput } from './sitting.schema.ts'

/** What an amount proposed goes beyond: the request, or what the other files leave of the envelope. */
export async function opinionDoubts(
  ctx: Context,
  sittingId: string,
  itemId: string,
  { opinion, amountCents }: OpinionInput,
): Promise<AmountDoubt[]> {
  demand(ctx, dispositifs['jury:manage'])
  if (amountCents === null || (opinion !== 'favourable' && opinion !== 'reservations')) return []
  const { item, envelope } = await readItem(ctx, sittingId, itemId)
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
