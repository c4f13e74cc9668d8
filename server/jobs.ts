import { detectAtNight } from './crm/duplicate/detect-duplicates.server.ts'
import { forgetDeletedUpkeep } from './crm/jobs/forget-deleted-upkeep.server.ts'
import { forgetExchangedFiles } from './crm/jobs/forget-exchanged-files.server.ts'
import { forgetOrphanWords as forgetOrphanRecordWords } from './crm/jobs/forget-orphan-words.server.ts'
import { purgePageData } from './crm/jobs/purge-page-data.server.ts'
import { forgetMergedRecords } from './crm/merge/forget-merged.server.ts'
import { forgetOrphanWords } from './directory/jobs/forget-orphan-words.server.ts'
import { tellOtherNetwork } from './directory/tie/tell-other-network.server.ts'
import { remindReports } from './dispositifs/follow-up/remind-reports.server.ts'
import { tellFrames } from './dispositifs/frame/refresh-frame.server.ts'
import { forgetDispositifImports } from './dispositifs/jobs/forget-imports.server.ts'
import { remindConditions } from './dispositifs/jobs/remind-conditions.server.ts'
import { remindHoldersDaily } from './dispositifs/jobs/remind-holders.server.ts'
import { emptyDossiers } from './dispositifs/retention/empty-dossiers.server.ts'
import { forgetExpiredSessions } from './identity/jobs/forget-expired-sessions.server.ts'
import { purgeFiles } from './kernel/files/purge-files.server.ts'
import { scanFiles } from './kernel/files/scan-files.server.ts'
import type { ScheduledJob } from './kernel/jobs.ts'
import { purgeMails } from './kernel/mail/purge-mails.server.ts'
import { resumeMails } from './kernel/mail/resume-mails.server.ts'
import { sendMail } from './kernel/mail/send-mail.server.ts'
import { sendDigests } from './kernel/notifications/send-digests.server.ts'
import type { AnyQueuedJob } from './kernel/queue.ts'
import { recheckHosts } from './portal/jobs/recheck-hosts.server.ts'
import { forgetRemovedActs } from './support/jobs/forget-removed-acts.server.ts'
import { doWork } from './works.ts'

/** What is done again at its hour; a job is declared in its capability and listed here. */
export const JOBS: ScheduledJob[] = [
  forgetExpiredSessions,
  forgetOrphanWords,
  forgetOrphanRecordWords,
  purgePageData,
  forgetExchangedFiles,
  forgetDispositifImports,
  forgetDeletedUpkeep,
  detectAtNight,
  forgetMergedRecords,
  resumeMails,
  purgeMails,
  sendDigests,
  purgeFiles,
  scanFiles,
  recheckHosts,
  forgetRemovedActs,
  remindConditions,
  remindHoldersDaily,
  emptyDossiers,
  remindReports,
  tellFrames,
]

/** What is done once, when an act asked for it (`enqueue`). */
export const QUEUED_JOBS: AnyQueuedJob[] = [sendMail, doWork, tellOtherNetwork]
