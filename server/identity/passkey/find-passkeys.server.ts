import type { AuthenticatorTransport } from '@simplewebauthn/server'
import { eq } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { passkey } from '#db/schema/identity.ts'
import { type Context, requireAccount } from '#server/kernel/context.ts'
import { countRecoveryCodes } from './recovery-codes.server.ts'

export async function passkeysOf(accountId: string) {
  const { id, name, transports, createdAt, lastUsedAt } = passkey
  const rows = await publicDb()
    .select({ id, name, transports, createdAt, lastUsedAt })
    .from(passkey)
    .where(eq(passkey.accountId, accountId))
    .orderBy(createdAt)
  return rows.map((row) => ({ ...row, transports: row.transports as AuthenticatorTransport[] }))
}

/** One's own keys, and how many recovery codes are left. */
export async function findPasskeys(ctx: Context) {
  requireAccount(ctx)
  const [keys, codesLeft] = await Promise.all([
    passkeysOf(ctx.account.id),
    countRecoveryCodes(ctx.account.id),
  ])
  return { keys, codesLeft }
}
