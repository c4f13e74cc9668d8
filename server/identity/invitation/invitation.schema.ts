import { z } from 'zod'
import { BOUND_ROLES, PROFILES, type Role } from '#tenants/roles.ts'
import { emailAddress, personName } from '../account/profile.schema.ts'

/** Roles one is invited to for oneself; coordinators are invited by their programme. */
export const OWN_ROLES = ['admin', 'staff', 'board', 'juror', 'observatory'] as const satisfies Role[]

export const invitationInput = z
  .strictObject({
    email: emailAddress,
    role: z.enum([...OWN_ROLES, ...BOUND_ROLES], 'choose_role'),
    profile: z.enum(PROFILES, 'choose_profile').nullable().default(null),
    organisationId: z.uuid().nullable().default(null),
    endsOn: z.iso.date('date_wrong').nullable().default(null),
    locale: z.enum(['fr', 'en']).default('fr'),
  })
  .superRefine(({ role, organisationId }, refine) => {
    const isBound = (BOUND_ROLES as readonly Role[]).includes(role)
    if (isBound !== (organisationId !== null))
      refine.addIssue({ code: 'custom', path: ['role'], message: 'choose_role' })
  })
  .transform((given) => ({ ...given, profile: given.role === 'staff' ? (given.profile ?? 'mission') : null }))

export type InvitationInput = z.output<typeof invitationInput>

/** Without a password they sign in by links, until they choose one. */
export const newPersonInput = z.strictObject({ name: personName, password: z.string().nullable() })
export type NewPerson = z.output<typeof newPersonInput>
