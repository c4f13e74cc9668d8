import { crm } from './crm/public.ts'
import type { FileOwners } from './kernel/files/read-file.server.ts'
import { may } from './kernel/permissions.ts'
import { isOwnWork } from './kernel/work/find-works.server.ts'

/** Who may read a file, by what it belongs to; each capability that keeps files adds its line. */
export const FILE_OWNERS: FileOwners = {
  organisation: (ctx) => may(ctx, crm['organisation:read']),
  long_work: isOwnWork,
}
