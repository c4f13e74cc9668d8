import { BUT_INTERNS, type Permissions } from '#server/kernel/permissions.ts'

export const identity = {
  'team:read': { roles: ['admin', 'staff'] },
  'team:manage': { roles: ['admin'] },
  'security:manage': { roles: ['admin'] },
  'representative:read': { roles: ['admin', 'staff'] },
  'representative:manage': { roles: ['admin', 'staff'], staff: BUT_INTERNS, mission: 'observe' },
} as const satisfies Permissions
