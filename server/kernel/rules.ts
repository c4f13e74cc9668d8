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
