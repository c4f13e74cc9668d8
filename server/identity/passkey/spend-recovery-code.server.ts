import { signInNeeded } from '#server/kernel/errors.ts'
import type { Asker } from '../account/asker.ts'
import { countAttempt, forgetAttempts } from '../door/attempts.server.ts'
import { codeRefused } from '../errors.ts'
import { openSession } from '../session/open-session.server.ts'
import { spendCode } from './recovery-codes.server.ts'
import { awaitingSession } from './sessions.server.ts'

/** Signs in who has lost their passkey; a code serves once, and tries are counted like passwords. */
export async function spendRecoveryCode(asker: Asker, cookies: string | null, typed: string) {
  const awaiting = await awaitingSession(cookies, asker.clock)
  if (!awaiting) throw signInNeeded()
  await countAttempt(awaiting.email, asker.caller.address)
  if (!(await spendCode(awaiting.accountId, typed, asker.clock.now()))) throw codeRefused()
  await forgetAttempts(awaiting.email)
  const given = { event: 'signed_in_by_code', proven: 'recovery_code' } as const
  return openSession(awaiting.accountId, asker, cookies, given)
}
