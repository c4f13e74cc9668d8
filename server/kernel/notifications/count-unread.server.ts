import { and, count } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { notification } from '#db/schema/kernel.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { ownNotices, unread } from './own-notices.server.ts'
import { notifications } from './permissions.ts'

export async function countUnread(ctx: Context): Promise<number> {
  demand(ctx, notifications['notification:read'])
  return inNetwork(ctx, async (tx) => {
    const [found] = await tx
      .select({ count: count() })
      .from(notification)
      .where(and(await ownNotices(tx, ctx), unread))
    return found?.count ?? 0
  })
}
