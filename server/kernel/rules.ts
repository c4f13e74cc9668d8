import { ROLES } from '#tenants/roles.ts'
import type { Permissions } from './permissions.ts'

/** One's own long works: whoever works in the bureau. */
export const work = {
  'work:own': { roles: ['admin', 'staff'] },
} as const satisfies Permissions

/** The network's machinery and memory: its administrators alone. */
export const upkeep = {
  'task:see': { roles: ['admin'] },
  'task:retry': { roles: ['admin'] },
  'journal:read': { roles: ['admin'] },
  'status:read': { roles: ['admin'] },
} as const satisfies Permissions

/** Who has a place where: the bureau is the team's, the space everybody's with a role in the network. */
export const desk = {
  'desk:enter': { roles: ['admin', 'staff'] },
  'space:enter': { roles: ROLES },
} as const satisfies Permissions

/** Away for a while: each says it for oneself, an administrator for anyone of the team. */
export const absences = {
  'absence:declare': { roles: ['admin', 'staff'] },
  'absence:declare_for_others': { roles: ['admin'] },
} as const satisfies Permissions
