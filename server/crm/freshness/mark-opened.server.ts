import { and, eq, isNull } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { pageCampaignRecipient as recipient } from '#db/schema/crm/page.ts'

/** Marks once that a link was opened; a program that reads mails may have done it. */
export async function markOpened(tx: Transaction, networkId: number, id: string, at: Date) {
  await tx
    .update(recipient)
    .set({ openedAt: at })
    .where(and(eq(recipient.networkId, networkId), eq(recipient.id, id), isNull(recipient.openedAt)))
}
