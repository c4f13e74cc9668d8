import { eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { account } from '#db/schema/identity.ts'
import type { Account, Locale } from '#server/kernel/context.ts'
import { isRefused } from '../door/demo-accounts.ts'
import { linkSpent } from '../errors.ts'
import { createAccount } from './create-account.server.ts'

/** The account of an address that a link has just proven, made where there was none. */
export async function accountAtAddress(
  tx: Transaction,
  person: { email: string; name: string; locale: Locale },
): Promise<Account & { isNew: boolean }> {
  if (isRefused(person.email)) throw linkSpent()
  const known = () =>
    tx
      .select({ id: account.id, email: account.email, name: account.name })
      .from(account)
      .where(eq(account.email, person.email))
  const [found] = await known()
  if (found) return { ...found, isNew: false }
  await createAccount(tx, { ...person, passwordHash: null })
  const [made] = await known()
  if (!made) throw linkSpent()
  return { ...made, isNew: true }
}
