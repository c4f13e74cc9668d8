import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { observatory } from '../permissions.ts'
import { cutOff, FIGURES, type FigureKey } from './figures.ts'

/** The figures asked of a network, at the end of a day, in one question. */
export async function countFigures<Key extends FigureKey>(
  ctx: Context,
  day: string,
  keys: readonly Key[],
): Promise<Record<Key, number>> {
  demand(ctx, observatory['figures:read'])
  const at = cutOff(ctx, day)
  const counts = keys.map((key) => sql`(select count(*)::int from (${FIGURES[key](ctx, at)}) f)`)
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<{ counts: number[] }>(
      sql`select array[${sql.join(counts, sql`, `)}]::int[] as counts`,
    )
    return Object.fromEntries(keys.map((key, index) => [key, rows[0]!.counts[index]])) as Record<Key, number>
  })
}
