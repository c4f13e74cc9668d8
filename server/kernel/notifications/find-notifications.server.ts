import { desc } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { notification } from '#db/schema/kernel.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { ownNotices } from './own-notices.server.ts'
import { notifications } from './permissions.ts'

export const MOST_NOTICES = 100

export async function findNotifications(ctx: Context) {
  demand(ctx, notifications['notification:read'])
  const { id, kind, params, createdAt, readAt } = notification
  return inNetwork(ctx, async (tx) =>
    tx
      .select({ id, kind, params, createdAt, readAt })
      .from(notification)
      .where(await ownNotices(tx, ctx))
      .orderBy(desc(notification.createdAt), desc(notification.id))
      .limit(MOST_NOTICES),
  )
}
