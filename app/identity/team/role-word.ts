import type { Profile, Role } from '#tenants/roles.ts'

/** The word of a role in `common:role`: a member of the team is named by what they do. */
export const roleWord = (role: Role, profile: Profile | null) =>
  role === 'staff' ? `staff_${profile ?? 'mission'}` : role
