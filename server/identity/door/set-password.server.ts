import { and, eq, isNull } from 'drizzle-orm'
import { globally } from '#db/client.ts'
import { account, accountToken } from '#db/schema/identity.ts'
import { hashPassword } from './passwords.server.ts'

/** Writes a password already judged; links still on their way are spent with the old one. */
export async function setPassword(accountId: string, password: string) {
  const passwordHash = await hashPassword(password)
  await globally(async (tx) => {
    await tx.update(account).set({ passwordHash }).where(eq(account.id, accountId))
    await tx
      .update(accountToken)
      .set({ usedAt: new Date() })
      .where(and(eq(accountToken.accountId, accountId), isNull(accountToken.usedAt)))
  })
}
