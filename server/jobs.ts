import { forgetOrphanWords } from './directory/jobs/forget-orphan-words.server.ts'
import { forgetExpiredSessions } from './identity/jobs/forget-expired-sessions.server.ts'
import { purgeFiles } from './kernel/files/purge-files.server.ts'
import { scanFiles } from './kernel/files/scan-files.server.ts'
import type { ScheduledJob } from './kernel/jobs.ts'

/** Every queue of the product; a job is declared in its capability and listed here. */
export const JOBS: ScheduledJob[] = [forgetExpiredSessions, forgetOrphanWords, purgeFiles, scanFiles]
