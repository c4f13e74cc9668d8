import { eq } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { account } from '#db/schema/identity.ts'
import { systemClock, today } from '#server/kernel/clock.ts'
import type { Context } from '#server/kernel/context.ts'
import { networkById } from '#server/kernel/networks.ts'
import { isRefused } from '../door/demo-accounts.ts'
import { grantsOf } from './grants-of.server.ts'

/** Who asked for a work, as they are now: a grant revoked since then no longer counts. */
export async function contextOfAccount(
  accountId: string,
  networkId: number,
  requestId: string,
): Promise<Context | null> {
  const [person] = await publicDb().select().from(account).where(eq(account.id, accountId))
  const network = networkById(networkId)
  if (!person || isRefused(person.email) || network?.status !== 'active') return null
  const day = today(systemClock, 'Europe/Paris')
  const { grants } = await grantsOf(accountId, day)
  const { id, email, name, locale } = person
  return {
    account: { id, email, name },
    grants,
    network,
    locale,
    clock: systemClock,
    requestId,
    caller: { address: 'unknown', userAgent: '' },
  }
}
