import { eq } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { passkey } from '#db/schema/identity.ts'

export async function hasPasskey(accountId: string): Promise<boolean> {
  const rows = await publicDb()
    .select({ id: passkey.id })
    .from(passkey)
    .where(eq(passkey.accountId, accountId))
    .limit(1)
  return rows.length > 0
}
