import type { Permissions } from '#server/kernel/permissions.ts'

/** What the network is made of is common knowledge of its team. */
export const observatory = {
  'figures:read': { roles: ['admin', 'staff'] },
} as const satisfies Permissions
