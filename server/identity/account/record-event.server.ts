import { v7 } from 'uuid'
import { publicDb, type Transaction } from '#db/client.ts'
import { accountEvent } from '#db/schema/identity.ts'
import { deviceOf } from '../session/device.ts'
import type { Asker } from './asker.ts'

/** What happened to an account, for its person to see. */
export async function recordEvent(
  accountId: string,
  kind: string,
  { clock, caller }: Asker,
  db: Pick<Transaction, 'insert'> = publicDb(),
) {
  await db
    .insert(accountEvent)
    .values({ id: v7(), accountId, kind, device: deviceOf(caller.userAgent), at: clock.now() })
}
