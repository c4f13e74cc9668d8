import { and } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { notification } from '#db/schema/kernel.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { ownNotices, unread } from './own-notices.server.ts'
import { notifications } from './permissions.ts'

export async function markAllRead(ctx: Context) {
  demand(ctx, notifications['notification:read'])
  await inNetwork(ctx, async (tx) => {
    await tx
      .update(notification)
      .set({ readAt: ctx.clock.now() })
      .where(and(await ownNotices(tx, ctx), unread))
  })
}
