import { inNetwork, type Transaction } from '#db/client.ts'
import type { NetworkContext } from './context.ts'

/**
 * Does `some` again, each time in a transaction of its own, until it finds fewer than `most`: cut short, what
 * is done stays done. How many it found in all.
 */
export async function inBatches(
  ctx: NetworkContext,
  most: number,
  some: (tx: Transaction) => Promise<number>,
): Promise<number> {
  for (let all = 0; ; ) {
    const found = await inNetwork(ctx, some)
    all += found
    if (found < most) return all
  }
}
