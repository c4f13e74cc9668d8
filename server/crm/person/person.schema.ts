import { z } from 'zod'
import { email, optional, phone, typed } from '../organisation/organisation.schema.ts'
import { isLanguage, LEGAL_BASES, STANDINGS } from './person.ts'

/** Messages are keys of crm.json, under `faults`. */
const day = z
  .string()
  .transform((value) => value || null)
  .nullable()
  .default(null)
  .refine((value) => value === null || z.iso.date().safeParse(value).success, 'day')

const text = (max: number) => typed().trim().max(max, 'too_long').default('')

export const personFields = z.strictObject({
  givenName: text(100),
  familyName: typed().trim().min(1, 'family_missing').max(100, 'too_long'),
  email,
  phone,
  languages: z
    .array(z.string().refine(isLanguage, 'unknown_choice'))
    .max(20, 'too_many')
    .default([])
    .transform((values) => [...new Set(values)]),
  /** In their own words: « eau », « Sahel ». */
  topics: z
    .array(typed().trim().max(60, 'too_long'))
    .max(20, 'too_many')
    .default([])
    .transform((values) => [...new Set(values.filter(Boolean))]),
  legalBasis: z.enum(LEGAL_BASES, 'unknown_choice').default('legitimate_interest'),
  dataOrigin: text(200),
  consentedOn: day,
  lastContactOn: day,
})

export const personInput = personFields.superRefine((values, ctx) => {
  if (values.legalBasis === 'consent' && !values.consentedOn)
    ctx.addIssue({ code: 'custom', path: ['consentedOn'], message: 'consent_day' })
})
export type PersonInput = z.output<typeof personInput>

export const positionInput = z
  .strictObject({
    organisationId: z.uuid('organisation_missing'),
    function: text(200),
    standing: z.enum(STANDINGS, 'unknown_choice').default('staff'),
    service: optional(200),
    startedOn: day,
    endedOn: day,
  })
  .superRefine(({ startedOn, endedOn }, ctx) => {
    if (startedOn && endedOn && endedOn < startedOn)
      ctx.addIssue({ code: 'custom', path: ['endedOn'], message: 'position_order' })
  })
export type PositionInput = z.output<typeof positionInput>
