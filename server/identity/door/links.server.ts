import { createHash, randomBytes } from 'node:crypto'
import { and, eq, gt, isNull } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { accountToken } from '#db/schema/identity.ts'

export type Purpose = 'sign_in' | 'reset'

/** What travels in a link, and what is kept of it: a copy of the table opens nothing. */
export function newToken() {
  const token = randomBytes(32).toString('base64url')
  return { token, hash: hashToken(token) }
}

export const hashToken = (token: string) => createHash('sha256').update(token).digest('base64url')

export const MINUTES: Record<Purpose, number> = { sign_in: 20, reset: 30 }

const usable = (token: string, purpose: Purpose, now: Date) =>
  and(
    eq(accountToken.tokenHash, hashToken(token)),
    eq(accountToken.purpose, purpose),
    isNull(accountToken.usedAt),
    gt(accountToken.expiresAt, now),
  )

/** Looks without spending: mail readers open links too. */
export async function peekLink(token: string, purpose: Purpose, now: Date) {
  const [row] = await publicDb()
    .select()
    .from(accountToken)
    .where(usable(token, purpose, now))
  return row ?? null
}

/** Spends a link; of two at once, one has it. */
export async function spendLink(token: string, purpose: Purpose, now: Date) {
  const [row] = await publicDb()
    .update(accountToken)
    .set({ usedAt: now })
    .where(usable(token, purpose, now))
    .returning()
  return row ?? null
}
