import { and, eq, isNull, notInArray, type SQL } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { notification } from '#db/schema/kernel.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { choicesOf } from './choices.server.ts'

/** What this person is shown here: theirs, without the kinds they only want by mail. */
export async function ownNotices(tx: Transaction, ctx: StaffContext): Promise<SQL | undefined> {
  const choices = await choicesOf(tx, ctx.network.id, ctx.account.id)
  const hidden = choices.filter(({ inApp }) => !inApp).map(({ kind }) => kind)
  return and(
    eq(notification.networkId, ctx.network.id),
    eq(notification.accountId, ctx.account.id),
    hidden.length > 0 ? notInArray(notification.kind, hidden) : undefined,
  )
}

export const unread = isNull(notification.readAt)
