import { undoBatchWork } from './crm/batch/undo-batch.server.ts'
import { bulkWork } from './crm/bulk/do-bulk.server.ts'
import { detection } from './crm/duplicate/detect-duplicates.server.ts'
import { exportList } from './crm/export/export-list.server.ts'
import { checkImport } from './crm/import/check-import.server.ts'
import { readImport } from './crm/import/read-import.server.ts'
import { writeImport } from './crm/import/write-import.server.ts'
import { exportSession } from './dispositifs/export/export-session.server.ts'
import { checkImport as checkDossierImport } from './dispositifs/import/check-lines.server.ts'
import { readImport as readDossierImport } from './dispositifs/import/read-import.server.ts'
import { writeImport as writeDossierImport } from './dispositifs/import/write-import.server.ts'
import { distribution } from './dispositifs/instruction/distribute-session.server.ts'
import { contextOfAccount } from './identity/session/context-of-account.server.ts'
import type { QueuedJob } from './kernel/queue.ts'
import { runWork } from './kernel/work/run-work.server.ts'
import type { AnyWork } from './kernel/work/work.ts'
import { WORK_QUEUE, type WorkOrder } from './kernel/work/work-queue.server.ts'

/** Every long work of the product; a kind is declared in its capability and listed here. */
export const WORKS: AnyWork[] = [
  // One line each.
  exportList,
  undoBatchWork,
  bulkWork,
  detection,
  readImport,
  checkImport,
  writeImport,
  distribution,
  readDossierImport,
  checkDossierImport,
  writeDossierImport,
  exportSession,
]

export const doWork: QueuedJob<WorkOrder> = {
  name: WORK_QUEUE,
  run: (order) => runWork(order, WORKS, contextOfAccount),
}
