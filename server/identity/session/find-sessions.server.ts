import { and, desc, eq, gt } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { accountSession } from '#db/schema/identity.ts'
import { type Context, requireAccount } from '#server/kernel/context.ts'
import { lucia } from './lucia.server.ts'
import { hashOf } from './session-store.server.ts'

export type OwnSession = { id: string; device: string; openedAt: Date; lastSeenAt: Date; current: boolean }

/** Where one is signed in. The id told is the hash: it closes a session and opens none. */
export async function findSessions(ctx: Context, cookieHeader: string | null): Promise<OwnSession[]> {
  requireAccount(ctx)
  const own = lucia().readSessionCookie(cookieHeader ?? '')
  const rows = await publicDb()
    .select()
    .from(accountSession)
    .where(and(eq(accountSession.accountId, ctx.account.id), gt(accountSession.expiresAt, ctx.clock.now())))
    .orderBy(desc(accountSession.lastSeenAt))
  return rows.map(({ idHash, device, createdAt, lastSeenAt }) => ({
    id: idHash,
    device,
    openedAt: createdAt,
    lastSeenAt,
    current: Boolean(own) && hashOf(own!) === idHash,
  }))
}
