import { BUT_INTERNS, type Permissions } from '#server/kernel/permissions.ts'

/** Everyone of the team reads; who is limited to other missions than observing changes nothing. */
export const crm = {
  'organisation:read': { roles: ['admin', 'staff'] },
  'organisation:write': { roles: ['admin', 'staff'], mission: 'observe' },
  'organisation:correct': { roles: ['admin', 'staff'], staff: BUT_INTERNS, mission: 'observe' },
  'organisation:publish': {
    roles: ['admin', 'staff'],
    staff: BUT_INTERNS,
    mission: 'observe',
    module: 'directory',
  },
  'person:read': { roles: ['admin', 'staff'] },
  'person:write': { roles: ['admin', 'staff'], mission: 'observe' },
  /** Nothing brings an erased person back. */
  'person:delete': { roles: ['admin', 'staff'], staff: BUT_INTERNS, mission: 'observe' },
  'import:run': { roles: ['admin', 'staff'], staff: BUT_INTERNS, mission: 'observe' },
  /** Their own page: whoever represents the organisation, and no other of the network. */
  'page:keep': { roles: ['member'] },
  'page:read': { roles: ['admin', 'staff'] },
  /** What members, visitors and verifications ask for is taken or refused by who may correct a page. */
  'page:decide': { roles: ['admin', 'staff'], staff: BUT_INTERNS, mission: 'observe' },
  'page:rules': { roles: ['admin'] },
  /** What is asked of every organisation is the network's to decide. */
  'own_field:manage': { roles: ['admin'] },
  'organisation:merge': { roles: ['admin', 'staff'], staff: BUT_INTERNS, mission: 'observe' },
  /** Each list has its own rule besides; this one opens the register, which shows what they let see. */
  'list:hand': { roles: ['admin', 'staff'], staff: BUT_INTERNS },
  'organisation:export': { roles: ['admin', 'staff'], staff: BUT_INTERNS, mission: 'observe' },
} as const satisfies Permissions
