import { and, eq, ne } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { accountSession } from '#db/schema/identity.ts'
import { type Context, requireAccount } from '#server/kernel/context.ts'
import { recordEvent } from '../account/record-event.server.ts'
import { lucia } from './lucia.server.ts'
import { hashOf } from './session-store.server.ts'

/** Closes one of one's own sessions, told by its hash; somebody else's is not found, which is the same. */
export async function closeSession(ctx: Context, idHash: string) {
  requireAccount(ctx)
  await publicDb()
    .delete(accountSession)
    .where(and(eq(accountSession.accountId, ctx.account.id), eq(accountSession.idHash, idHash)))
}

/** Signs out everywhere else; where no cookie is given, everywhere. */
export async function closeOtherSessions(accountId: string, cookieHeader: string | null) {
  const own = lucia().readSessionCookie(cookieHeader ?? '')
  await publicDb()
    .delete(accountSession)
    .where(
      and(eq(accountSession.accountId, accountId), own ? ne(accountSession.idHash, hashOf(own)) : undefined),
    )
}

export async function signOutEverywhere(ctx: Context) {
  requireAccount(ctx)
  await lucia().invalidateUserSessions(ctx.account.id)
  await recordEvent(ctx.account.id, 'signed_out_everywhere', ctx)
}
