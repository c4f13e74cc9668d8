import { forgetOrphanWords } from './directory/jobs/forget-orphan-words.server.ts'
import { forgetExpiredSessions } from './identity/jobs/forget-expired-sessions.server.ts'
import type { ScheduledJob } from './kernel/jobs.ts'
import { recheckHosts } from './portal/jobs/recheck-hosts.server.ts'

/** Every queue of the product; a job is declared in its capability and listed here. */
export const JOBS: ScheduledJob[] = [forgetExpiredSessions, forgetOrphanWords, recheckHosts]
