import { BUT_INTERNS, type Permissions } from '#server/kernel/permissions.ts'

export const crm = {
  'organisation:read': { roles: ['admin', 'staff'] },
  'organisation:write': { roles: ['admin', 'staff'] },
  'organisation:correct': { roles: ['admin', 'staff'], staff: BUT_INTERNS },
  'organisation:publish': { roles: ['admin', 'staff'], staff: BUT_INTERNS, module: 'directory' },
  'organisation:export': { roles: ['admin', 'staff'], staff: BUT_INTERNS },
} as const satisfies Permissions
