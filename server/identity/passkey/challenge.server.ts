import { eq, sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { accountSession } from '#db/schema/identity.ts'
import type { Clock } from '#server/kernel/clock.ts'
import { hashOf } from '../session/session-store.server.ts'

const MINUTES = 5

/** A challenge belongs to one session, for five minutes, and answers once. */
export async function setChallenge(sessionId: string, challenge: string, clock: Clock) {
  await publicDb()
    .update(accountSession)
    .set({ challenge: `${clock.now().getTime()}:${challenge}` })
    .where(eq(accountSession.idHash, hashOf(sessionId)))
}

export async function takeChallenge(sessionId: string, clock: Clock): Promise<string | null> {
  const { rows } = await publicDb().execute<{ challenge: string | null }>(sql`
    with held as (select challenge from account_session where id_hash = ${hashOf(sessionId)} for update)
    update account_session s set challenge = null from held
    where s.id_hash = ${hashOf(sessionId)} returning held.challenge`)
  const [at, challenge] = rows[0]?.challenge?.split(':') ?? []
  const isFresh = Number(at) + MINUTES * 60_000 > clock.now().getTime()
  return challenge && isFresh ? challenge : null
}
