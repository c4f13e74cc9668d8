import { createHash } from 'node:crypto'
import { eq, lt } from 'drizzle-orm'
import type { Adapter, DatabaseSession, DatabaseUser } from 'lucia'
import { publicDb } from '#db/client.ts'
import { account, accountSession } from '#db/schema/identity.ts'

/** The cookie holds the id, the database its hash: a copy of the table opens no session. */
export const hashOf = (sessionId: string) => createHash('sha256').update(sessionId).digest('hex')

const attributesOf = ({ device, awaitsPasskey, createdAt }: typeof accountSession.$inferSelect) => ({
  device,
  awaitsPasskey,
  createdAt,
})

export const sessionStore: Adapter = {
  async getSessionAndUser(sessionId): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const [row] = await publicDb()
      .select({ session: accountSession, account })
      .from(accountSession)
      .innerJoin(account, eq(account.id, accountSession.accountId))
      .where(eq(accountSession.idHash, hashOf(sessionId)))
    if (!row) return [null, null]
    const { email, name, locale } = row.account
    return [
      {
        id: sessionId,
        userId: row.account.id,
        expiresAt: row.session.expiresAt,
        attributes: attributesOf(row.session),
      },
      { id: row.account.id, attributes: { email, name, locale } },
    ]
  },
  async getUserSessions(accountId) {
    const rows = await publicDb().select().from(accountSession).where(eq(accountSession.accountId, accountId))
    return rows.map((row) => ({
      id: row.idHash,
      userId: accountId,
      expiresAt: row.expiresAt,
      attributes: attributesOf(row),
    }))
  },
  async setSession({ id, userId, expiresAt, attributes }) {
    await publicDb()
      .insert(accountSession)
      .values({ idHash: hashOf(id), accountId: userId, expiresAt, ...attributes })
  },
  async updateSessionExpiration(sessionId, expiresAt) {
    await publicDb()
      .update(accountSession)
      .set({ expiresAt })
      .where(eq(accountSession.idHash, hashOf(sessionId)))
  },
  async deleteSession(sessionId) {
    await publicDb()
      .delete(accountSession)
      .where(eq(accountSession.idHash, hashOf(sessionId)))
  },
  async deleteUserSessions(accountId) {
    await publicDb().delete(accountSession).where(eq(accountSession.accountId, accountId))
  },
  async deleteExpiredSessions() {
    await publicDb().delete(accountSession).where(lt(accountSession.expiresAt, new Date()))
  },
}
