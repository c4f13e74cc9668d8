import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { notificationChoice } from '#db/schema/kernel.ts'
import type { Choice } from './notice-kind.ts'

export function choicesOf(tx: Transaction, networkId: number, accountId: string): Promise<Choice[]> {
  const { kind, inApp, byMail } = notificationChoice
  return tx
    .select({ kind, inApp, byMail })
    .from(notificationChoice)
    .where(and(eq(notificationChoice.networkId, networkId), eq(notificationChoice.accountId, accountId)))
}

export async function writeChoices(tx: Transaction, networkId: number, accountId: string, choices: Choice[]) {
  for (const { kind, inApp, byMail } of choices) {
    await tx
      .insert(notificationChoice)
      .values({ networkId, accountId, kind, inApp, byMail })
      .onConflictDoUpdate({
        target: [notificationChoice.networkId, notificationChoice.accountId, notificationChoice.kind],
        set: { inApp, byMail },
      })
  }
}
