import type { Permissions } from '#server/kernel/permissions.ts'

export const mail = {
  'mail:write_again': { roles: ['admin'] },
} as const satisfies Permissions
