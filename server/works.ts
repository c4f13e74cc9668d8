import { exportOrganisations } from './crm/export/export-organisations.server.ts'
import { contextOfAccount } from './identity/session/context-of-account.server.ts'
import { runWork } from './kernel/work/run-work.server.ts'
import type { AnyWork } from './kernel/work/work.ts'
import { startWorkQueue } from './kernel/work/work-queue.server.ts'

/** Every long work of the product; a kind is declared in its capability and listed here. */
export const WORKS: AnyWork[] = [exportOrganisations]

export const startWorks = (appUrl: string, onError: (error: Error) => void) =>
  startWorkQueue(appUrl, (order) => runWork(order, WORKS, contextOfAccount), onError)
