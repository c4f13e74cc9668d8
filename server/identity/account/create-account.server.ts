import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import type { Transaction } from '#db/client.ts'
import type { Locale } from '#server/kernel/context.ts'

type NewAccount = { email: string; name: string; locale: Locale; passwordHash: string | null }

/**
 * A person new to the product; they may do nothing anywhere until a network gives them a role. Null
 * when somebody got this address meanwhile.
 */
export async function createAccount(tx: Transaction, given: NewAccount): Promise<string | null> {
  const id = v7()
  const { email, name, locale, passwordHash } = given
  // Only the columns the runtime may write are named: drizzle would name them all.
  const { rowCount } = await tx.execute(sql`
    insert into account (id, email, name, locale, password_hash)
    values (${id}, ${email}, ${name}, ${locale}, ${passwordHash}) on conflict (email) do nothing`)
  return rowCount === 1 ? id : null
}
