import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { getDossier } from '../dossier/get-dossier.server.ts'
import { FINANCED } from '../figures/what-counts.ts'
import { dispositifs } from '../permissions.ts'
import type { AmountDoubt } from './amount-doubt.ts'

/** What an amount granted goes beyond: the request, the ceiling of the rules, what others leave of the envelope. */
export async function amountDoubts(ctx: Context, id: string, amountCents: number | null) {
  demand(ctx, dispositifs['decision:record'])
  if (amountCents === null) return []
  const { row, session, judgements } = await getDossier(ctx, id)
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute<{ cents: number }>(sql`
      select coalesce(sum(granted_cents), 0)::float8 as cents from dossier
      where network_id = ${ctx.network.id} and session_id = ${session.id} and id <> ${id}
        and state = any (${sql.param([...FINANCED])}::text[])`),
  )
  const ceilings = judgements.flatMap(({ kind, wanted }) => {
    const max = kind === 'amount_ceiling' ? (wanted as { maxCents?: unknown }).maxCents : null
    return typeof max === 'number' ? [max] : []
  })
  const bounds: [AmountDoubt['kind'], number | null][] = [
    ['request', row.requestedCents],
    ['ceiling', ceilings.length > 0 ? Math.min(...ceilings) : null],
    ['envelope', session.envelopeCents === null ? null : session.envelopeCents - rows[0]!.cents],
  ]
  return bounds.flatMap(([kind, cents]): AmountDoubt[] =>
    cents !== null && amountCents > cents ? [{ kind, cents }] : [],
  )
}
