import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
import { notification } from '#db/schema/kernel.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { standInOf, teamOf } from '../absence/people-of.server.ts'
import { choicesOf } from './choices.server.ts'
import { choiceFor } from './notice-kind.ts'

export type Notice = {
  accountId: string
  /** Names the sentence: `notice.<kind>` in the reader's language. */
  kind: string
  params?: Record<string, unknown>
  /** What it opens. */
  path: string
}

/** Tells a person, and who stands in for them; in the transaction of what it tells. */
export async function notify(tx: Transaction, ctx: NetworkContext, notice: Notice) {
  await tell(tx, ctx, notice)
  const standIn = await standInOf(tx, ctx, notice.accountId)
  if (standIn) await tell(tx, ctx, { ...notice, accountId: standIn })
}

/** Tells everyone of the team of today: whoever stands in for somebody is among them. */
export async function notifyTeam(tx: Transaction, ctx: NetworkContext, notice: Omit<Notice, 'accountId'>) {
  for (const accountId of await teamOf(tx, ctx)) await tell(tx, ctx, { ...notice, accountId })
}

/** Each chose how they are told. */
async function tell(tx: Transaction, ctx: NetworkContext, notice: Notice) {
  const { inApp, byMail } = choiceFor(notice.kind, await choicesOf(tx, ctx.network.id, notice.accountId))
  if (!inApp && !byMail) return
  await tx.insert(notification).values({
    networkId: ctx.network.id,
    id: v7(),
    createdAt: ctx.clock.now(),
    ...notice,
  })
}
