/** What a person may be in a network; several grants may stand side by side. */
export const ROLES = [
  'admin',
  'staff',
  'board',
  'juror',
  'member',
  'holder',
  'sponsor',
  'observatory',
  'coordinator',
] as const
export type Role = (typeof ROLES)[number]

/** What a member of staff does; without one, they are a project officer. */
export const PROFILES = ['direction', 'mission', 'finance', 'intern'] as const
export type Profile = (typeof PROFILES)[number]

/** Roles that act for organisations. */
export const BOUND_ROLES = ['member', 'holder', 'sponsor'] as const satisfies Role[]

/** Roles whose place is the bureau. */
export const DESK_ROLES = ['admin', 'staff'] as const satisfies Role[]
