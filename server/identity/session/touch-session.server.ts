import { and, eq, lt } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { accountSession } from '#db/schema/identity.ts'
import { hashOf } from './session-store.server.ts'

const EVERY_MS = 5 * 60_000
const MOST_KEPT = 10_000
/** When this process last wrote a session's date; a request only reads. */
const touched = new Map<string, number>()

/** Remembers when a session was last used, at most every five minutes. */
export async function touchSession(sessionId: string, now: Date) {
  const idHash = hashOf(sessionId)
  if (now.getTime() - (touched.get(idHash) ?? 0) < EVERY_MS) return
  if (touched.size > MOST_KEPT) touched.clear()
  touched.set(idHash, now.getTime())
  await publicDb()
    .update(accountSession)
    .set({ lastSeenAt: now })
    .where(
      and(
        eq(accountSession.idHash, idHash),
        lt(accountSession.lastSeenAt, new Date(now.getTime() - EVERY_MS)),
      ),
    )
}
