import { v7 } from 'uuid'
import { publicDb, type Transaction } from '#db/client.ts'
import { account } from '#db/schema/identity.ts'
import type { Locale } from '#server/kernel/context.ts'

type NewAccount = { email: string; name: string; locale: Locale; passwordHash?: string | null }

/** A person new to the product; they may do nothing anywhere until a network gives them a role. */
export async function createAccount(
  given: NewAccount,
  db: Pick<Transaction, 'insert'> = publicDb(),
): Promise<string> {
  const id = v7()
  await db.insert(account).values({ id, ...given })
  return id
}
