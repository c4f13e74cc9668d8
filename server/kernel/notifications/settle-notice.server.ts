import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { notification } from '#db/schema/kernel.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { unread } from './own-notices.server.ts'

/** What a notice asked of this person is done, in this transaction: it awaits them no longer. */
export async function settleNotice(
  tx: Transaction,
  { network, account, clock }: StaffContext,
  { kind, path }: { kind: string; path: string },
) {
  await tx
    .update(notification)
    .set({ readAt: clock.now() })
    .where(
      and(
        eq(notification.networkId, network.id),
        eq(notification.accountId, account.id),
        eq(notification.kind, kind),
        eq(notification.path, path),
        unread,
      ),
    )
}
