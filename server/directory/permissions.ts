import { BUT_INTERNS, type Permissions } from '#server/kernel/permissions.ts'

export const directory = {
  'listing:tie': { roles: ['admin', 'staff'], staff: BUT_INTERNS, mission: 'observe', module: 'directory' },
} as const satisfies Permissions
