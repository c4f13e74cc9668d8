import type { Permissions } from '#server/kernel/permissions.ts'
import { ROLES } from '#tenants/roles.ts'

/** Whoever has a grant in force in the network, whatever the role: only what is told to them. */
export const notifications = {
  'notification:read': { roles: ROLES },
} as const satisfies Permissions
