import { z } from 'zod'
import { PROFILES } from '#tenants/roles.ts'
import { NATIONAL_MISSIONS } from '#tenants/schema.ts'

export const grantInput = z.strictObject({
  profile: z.enum(PROFILES, 'choose_profile').nullable().default(null),
  missions: z.array(z.enum(NATIONAL_MISSIONS)).default([]),
  endsOn: z.iso.date('date_wrong').nullable().default(null),
})

export type GrantInput = z.output<typeof grantInput>
