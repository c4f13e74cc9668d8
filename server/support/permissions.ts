import { BUT_INTERNS, type Permissions } from '#server/kernel/permissions.ts'

/** Everyone of the team reads what was done for whom; who accompanies writes it. */
export const support = {
  'act:read': { roles: ['admin', 'staff'], module: 'support' },
  'act:write': { roles: ['admin', 'staff'], mission: 'accompany', module: 'support' },
  'act:export': { roles: ['admin', 'staff'], staff: BUT_INTERNS, mission: 'accompany', module: 'support' },
} as const satisfies Permissions
