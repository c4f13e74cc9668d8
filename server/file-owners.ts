import { crm, isListOpen } from './crm/public.ts'
import { dispositifs, mayReadDossier, mayReadProof } from './dispositifs/public.ts'
import type { FileOwners } from './kernel/files/read-file.server.ts'
import { may } from './kernel/permissions.ts'
import { isOwnWork } from './kernel/work/find-works.server.ts'
import { projects } from './projects/public.ts'

/** Who may read a file, by what it belongs to; each capability that keeps files adds its line. */
export const FILE_OWNERS: FileOwners = {
  organisation: (ctx) => may(ctx, crm['organisation:read']),
  project: (ctx) => may(ctx, projects['project:read']),
  long_work: isOwnWork,
  list_request: isListOpen,
  dossier: mayReadDossier,
  dossier_payment: mayReadProof,
  sitting: (ctx) => may(ctx, dispositifs['jury:read']),
}
