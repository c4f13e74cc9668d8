import { crm } from './crm/permissions.ts'
import { directory } from './directory/permissions.ts'
import { dispositifs } from './dispositifs/permissions.ts'
import { identity } from './identity/permissions.ts'
import { mail } from './kernel/mail/permissions.ts'
import { notifications } from './kernel/notifications/permissions.ts'
import type { Permissions } from './kernel/permissions.ts'
import { absences, desk, upkeep, work } from './kernel/rules.ts'
import { observatory } from './observatory/permissions.ts'
import { portal } from './portal/permissions.ts'
import { projects } from './projects/permissions.ts'
import { support } from './support/permissions.ts'

/** Every action of the product and who may do it, as the page of roles shows it. */
export const PERMISSIONS: Record<string, Permissions> = {
  places: desk,
  crm,
  directory,
  projects,
  support,
  dispositifs,
  observatory,
  portal,
  identity,
  absences,
  work,
  notifications,
  upkeep: { ...upkeep, ...mail },
}
