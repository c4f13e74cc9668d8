import { BUT_INTERNS, type Permissions } from '#server/kernel/permissions.ts'

/** Everyone of the team reads what is in hand; who coordinates dispositifs writes it. */
export const dispositifs = {
  'dispositif:read': { roles: ['admin', 'staff'], module: 'dispositifs' },
  'dispositif:write': {
    roles: ['admin', 'staff'],
    staff: BUT_INTERNS,
    mission: 'intermediate',
    module: 'dispositifs',
  },
  /** In the name of the network, to all the others. */
  'template:share': {
    roles: ['admin', 'staff'],
    staff: BUT_INTERNS,
    mission: 'intermediate',
    module: 'dispositifs',
  },
  'dossier:read': { roles: ['admin', 'staff'], module: 'dispositifs' },
  'dossier:write': { roles: ['admin', 'staff'], mission: 'intermediate', module: 'dispositifs' },
  'dossier:import': {
    roles: ['admin', 'staff'],
    staff: BUT_INTERNS,
    mission: 'intermediate',
    module: 'dispositifs',
  },
  'dossier:export': {
    roles: ['admin', 'staff'],
    staff: BUT_INTERNS,
    mission: 'intermediate',
    module: 'dispositifs',
  },
  'dossier:move': {
    roles: ['admin', 'staff'],
    staff: BUT_INTERNS,
    mission: 'intermediate',
    module: 'dispositifs',
  },
  /** What was decided, what is paid, what the public and the holders are told of it. */
  'decision:record': {
    roles: ['admin', 'staff'],
    staff: BUT_INTERNS,
    mission: 'intermediate',
    module: 'dispositifs',
  },
  'jury:read': { roles: ['admin', 'staff'], module: 'dispositifs' },
  'jury:manage': {
    roles: ['admin', 'staff'],
    staff: BUT_INTERNS,
    mission: 'intermediate',
    module: 'dispositifs',
  },
  'sponsor:manage': {
    roles: ['admin', 'staff'],
    staff: BUT_INTERNS,
    mission: 'intermediate',
    module: 'dispositifs',
  },
  'outreach:write': { roles: ['admin', 'staff'], mission: 'intermediate', module: 'dispositifs' },
  /** Files of which an organisation they are bound to is the sponsor. */
  'sponsorship:own': { roles: ['sponsor'], module: 'dispositifs' },
  /** Which files and sittings is asked in each act: those given to them. */
  'instruction:read': { roles: ['juror'], module: 'dispositifs' },
  /** Of a dossier they are an editor of: the act asks which. */
  'dossier:hold': { roles: ['holder'], module: 'dispositifs' },
} as const satisfies Permissions
