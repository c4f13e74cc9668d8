import { and, eq, sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { notification } from '#db/schema/kernel.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { notifications } from './permissions.ts'

/** Marks it read and says what it opens; the first reading counts. */
export async function openNotification(ctx: Context, id: string): Promise<{ path: string }> {
  demand(ctx, notifications['notification:read'])
  return inNetwork(ctx, async (tx) => {
    const [opened] = await tx
      .update(notification)
      .set({ readAt: sql`coalesce(${notification.readAt}, ${ctx.clock.now().toISOString()}::timestamptz)` })
      .where(
        and(
          eq(notification.networkId, ctx.network.id),
          eq(notification.id, id),
          eq(notification.accountId, ctx.account.id),
        ),
      )
      .returning({ path: notification.path })
    if (!opened) throw notFound()
    return opened
  })
}
