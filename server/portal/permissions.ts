import type { Permissions } from '#server/kernel/permissions.ts'

export const portal = {
  'site:edit': { roles: ['admin', 'staff'], staff: ['direction'] },
} as const satisfies Permissions
