import { and, eq, isNull } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { recoveryCode } from '#db/schema/identity.ts'
import { signInNeeded } from '#server/kernel/errors.ts'
import type { Asker } from '../account/asker.ts'
import { countAttempt, forgetAttempts } from '../door/attempts.server.ts'
import { codeRefused } from '../errors.ts'
import { openSession } from '../session/open-session.server.ts'
import { hashOfCode } from './recovery-codes.server.ts'
import { awaitingSession } from './sessions.server.ts'

/** Signs in who has lost their passkey; a code serves once, and tries are counted like passwords. */
export async function spendRecoveryCode(asker: Asker, cookies: string | null, typed: string) {
  const awaiting = await awaitingSession(cookies)
  if (!awaiting) throw signInNeeded()
  await countAttempt(awaiting.email, asker.caller.address)
  const used = await publicDb()
    .update(recoveryCode)
    .set({ usedAt: asker.clock.now() })
    .where(
      and(
        eq(recoveryCode.codeHash, hashOfCode(awaiting.accountId, typed)),
        eq(recoveryCode.accountId, awaiting.accountId),
        isNull(recoveryCode.usedAt),
      ),
    )
    .returning({ accountId: recoveryCode.accountId })
  if (used.length === 0) throw codeRefused()
  await forgetAttempts(awaiting.email)
  const given = { event: 'signed_in_by_code', proven: 'recovery_code' } as const
  return openSession(awaiting.accountId, asker, cookies, given)
}
