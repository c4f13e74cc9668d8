import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { publicDb, type Transaction } from '#db/client.ts'
import { mailBounce } from '#db/schema/kernel.ts'

/** The address itself is not kept: the list outlives accounts. */
export const addressHash = (address: string) =>
  createHash('sha256').update(address.trim().toLowerCase()).digest('hex')

export async function rememberBounce(tx: Transaction, address: string, reason: string, at: Date) {
  await tx
    .insert(mailBounce)
    .values({ addressHash: addressHash(address), reason: reason.slice(0, 300), at })
    .onConflictDoNothing()
}

export async function hasBounced(address: string): Promise<boolean> {
  const found = await publicDb()
    .select({ at: mailBounce.at })
    .from(mailBounce)
    .where(eq(mailBounce.addressHash, addressHash(address)))
  return found.length > 0
}
