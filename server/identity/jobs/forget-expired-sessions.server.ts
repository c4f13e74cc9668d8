import { lt } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { accountToken, emailChange, oidcAttempt, signInAttempt } from '#db/schema/identity.ts'
import type { ScheduledJob } from '#server/kernel/jobs.ts'
import { lucia } from '../session/lucia.server.ts'

export const forgetExpiredSessions: ScheduledJob = {
  name: 'identity.forget-expired-sessions',
  cron: '17 3 * * *',
  run: async () => {
    await lucia().deleteExpiredSessions()
    const now = new Date()
    await publicDb().delete(accountToken).where(lt(accountToken.expiresAt, now))
    await publicDb().delete(emailChange).where(lt(emailChange.expiresAt, now))
    await publicDb().delete(oidcAttempt).where(lt(oidcAttempt.expiresAt, now))
    await publicDb().delete(signInAttempt).where(lt(signInAttempt.expire, Date.now()))
  },
}
