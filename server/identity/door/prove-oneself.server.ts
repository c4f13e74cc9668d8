import { type Context, requireAccount } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { accountById } from '../account/account-of.server.ts'
import { codeRefused, signInAgain, wrongPassword } from '../errors.ts'
import { hasPasskey } from '../passkey/has-passkey.server.ts'
import { spendCode } from '../passkey/recovery-codes.server.ts'
import { lucia } from '../session/lucia.server.ts'
import { countAttempt, forgetAttempts } from './attempts.server.ts'
import { passwordMatches } from './passwords.server.ts'

const FRESH_MS = 15 * 60_000

/** What shows that a browser left open is not somebody else's: where there is neither, having just signed in. */
export type Proof = 'password' | 'code' | 'fresh'

export async function proofWanted(ctx: Context): Promise<Proof> {
  requireAccount(ctx)
  const known = await accountById(ctx.account.id)
  if (!known) throw notFound()
  return known.passwordHash ? 'password' : (await hasPasskey(known.id)) ? 'code' : 'fresh'
}

/** Before what would give somebody else the account, or take it from its person. */
export async function proveOneself(ctx: Context, cookies: string | null, typed: string) {
  const wanted = await proofWanted(ctx)
  requireAccount(ctx)
  if (wanted === 'fresh') return justSignedIn(ctx, cookies)
  const { id, email } = ctx.account
  await countAttempt(email, ctx.caller.address)
  const known = await accountById(id)
  if (wanted === 'code') {
    if (!(await spendCode(id, typed, ctx.clock.now()))) throw codeRefused()
  } else if (!(await passwordMatches(known?.passwordHash, typed))) throw wrongPassword()
  await forgetAttempts(email)
}

async function justSignedIn(ctx: Context, cookies: string | null) {
  const id = lucia().readSessionCookie(cookies ?? '')
  const { session } = id ? await lucia().validateSession(id) : { session: null }
  if (!session || session.createdAt.getTime() + FRESH_MS < ctx.clock.now().getTime()) throw signInAgain()
}
