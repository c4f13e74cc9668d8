import { BUT_INTERNS, type Permissions } from '#server/kernel/permissions.ts'

/** As for organisations: everyone of the team reads, interns enter and propose, the others publish. */
export const projects = {
  'project:read': { roles: ['admin', 'staff'], module: 'projects' },
  'project:write': { roles: ['admin', 'staff'], mission: 'observe', module: 'projects' },
  'project:correct': {
    roles: ['admin', 'staff'],
    staff: BUT_INTERNS,
    mission: 'observe',
    module: 'projects',
  },
  'project:publish': {
    roles: ['admin', 'staff'],
    staff: BUT_INTERNS,
    mission: 'observe',
    module: 'projects',
  },
  /** Of a project their organisation holds, or a new one: the team publishes it. */
  'project:propose': { roles: ['member'], module: 'projects' },
  'project:export': {
    roles: ['admin', 'staff'],
    staff: BUT_INTERNS,
    mission: 'observe',
    module: 'projects',
  },
  'project:tie': { roles: ['admin', 'staff'], staff: BUT_INTERNS, mission: 'observe', module: 'projects' },
} as const satisfies Permissions
