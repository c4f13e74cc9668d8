import { eq } from 'drizzle-orm'
import { publicDb, type Transaction } from '#db/client.ts'
import { passkey } from '#db/schema/identity.ts'

export async function hasPasskey(
  accountId: string,
  db: Pick<Transaction, 'select'> = publicDb(),
): Promise<boolean> {
  const rows = await db
    .select({ id: passkey.id })
    .from(passkey)
    .where(eq(passkey.accountId, accountId))
    .limit(1)
  return rows.length > 0
}
