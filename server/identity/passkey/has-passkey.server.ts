import { eq, sql } from 'drizzle-orm'
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

/** Whoever changes an account's keys takes turns: two that are made, or taken away, at once. */
export const lockPasskeys = (tx: Transaction, accountId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext(${`passkey ${accountId}`}))`)
