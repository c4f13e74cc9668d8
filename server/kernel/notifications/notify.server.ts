import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
import { notification } from '#db/schema/kernel.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

export type Notice = {
  accountId: string
  /** Names the sentence: `notice.<kind>` in the reader's language. */
  kind: string
  params?: Record<string, unknown>
  /** What it opens. */
  path: string
}

/** Tells one person, in the transaction of what it tells; each chose how they are told. */
export async function notify(tx: Transaction, ctx: NetworkContext, notice: Notice) {
  await tx.insert(notification).values({
    networkId: ctx.network.id,
    id: v7(),
    createdAt: ctx.clock.now(),
    ...notice,
  })
}
