import { z } from 'zod'
import { normaliseIdentifier } from '#packages/identifiers/normalise-identifier.ts'
import { isRna } from '#packages/identifiers/rna.ts'
import { isSiren } from '#packages/identifiers/siren.ts'
import { isSiret, sirenOf } from '#packages/identifiers/siret.ts'
import { FRANCE, isCountry } from '#packages/referentials/countries.ts'
import { isKind, isSubkind, kindOf, type SubkindKey } from '#packages/referentials/kinds.ts'
import { isSdg } from '#packages/referentials/sdgs.ts'
import { isSector } from '#packages/referentials/sectors.ts'
import { keptText } from '#packages/referentials/text.ts'
import { isBefore, isMoment } from './moment.ts'

export const typed = () => z.string().overwrite(keptText)

/** Messages are keys of crm.json, under `faults`: the page says them at the field, in the reader's language. */
export const optional = (max: number) =>
  typed()
    .trim()
    .max(max, 'too_long')
    .transform((value) => value || null)
    .nullable()
    .default(null)

const identifier = (isValid: (value: string) => boolean, message: string) =>
  z
    .string()
    .max(40, 'too_long')
    .transform((value) => normaliseIdentifier(value) || null)
    .nullable()
    .default(null)
    .refine((value) => value === null || isValid(value), message)

const website = typed()
  .trim()
  .max(300, 'too_long')
  .transform((value) => (value === '' || /^[a-z]+:/i.test(value) ? value : `https://${value}`))
  .refine((value) => value === '' || isWebAddress(value), 'website')
  .transform((value) => value || null)
  .nullable()
  .default(null)

const list = (isKnown: (key: string) => boolean) =>
  z
    .array(z.string())
    .max(100, 'too_many')
    .default([])
    .transform((values) => [...new Set(values)])
    .refine((values) => values.every(isKnown), 'unknown_choice')

const moment = z
  .string()
  .transform((value) => value || null)
  .nullable()
  .default(null)
  .refine((value) => value === null || isMoment(value), 'former_date')

const formerName = z
  .strictObject({
    name: typed().trim().min(1, 'former_name').max(200, 'too_long'),
    from: moment,
    until: moment,
  })
  .refine(({ from, until }) => !from || !until || !isBefore(until, from), 'former_order')

/** A number people dial, written as they write it. */
export const phone = typed()
  .trim()
  .max(40, 'too_long')
  .refine((value) => value === '' || isPhone(value), 'phone')
  .transform((value) => value || null)
  .nullable()
  .default(null)

export const email = typed()
  .trim()
  .max(254, 'too_long')
  .refine((value) => value === '' || z.email().safeParse(value).success, 'email')
  .transform((value) => value || null)
  .nullable()
  .default(null)

export const organisationFields = z.strictObject({
  name: typed().trim().min(1, 'name_missing').max(200, 'too_long'),
  acronym: optional(40),
  aliases: z
    .array(typed().trim().max(200, 'too_long'))
    .max(20, 'too_many')
    .default([])
    .transform((values) => [...new Set(values.filter(Boolean))]),
  formerNames: z.array(formerName).max(20, 'too_many').default([]),
  /** The organisation it is a branch (antenne) of. */
  parentId: z.uuid('unknown_choice').nullable().default(null),
  kind: z.string('kind_missing').refine(isKind, 'kind_missing'),
  subkind: optional(40).refine((value) => value === null || isSubkind(value), 'unknown_choice'),
  siren: identifier(isSiren, 'siren'),
  siret: identifier(isSiret, 'siret'),
  rna: identifier(isRna, 'rna'),
  seatCountry: z.string().refine(isCountry, 'unknown_choice').default(FRANCE),
  seatPrivate: z.boolean().default(false),
  address: optional(300),
  /** Abroad only: in France it is the commune's name. */
  city: optional(100),
  insee: optional(5),
  postalCode: z
    .string()
    .regex(/^\d{5}$/, 'unknown_choice')
    .nullable()
    .default(null),
  /** Of the address itself, when one knows it; else the commune's. */
  point: z
    .strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
    .nullable()
    .default(null),
  website,
  email,
  phone,
  /** Choices of the organisation beside publication, each taken back when it wants. */
  aggregated: z.boolean().default(true),
  shownToNetworks: z.boolean().default(true),
  contactable: z.boolean().default(true),
  /** Its e-mail is read by everyone; else messages are relayed to it. */
  emailShown: z.boolean().default(false),
  description: typed().trim().max(5000, 'too_long').default(''),
  countries: list(isCountry),
  sectors: list(isSector),
  sdgs: z
    .array(z.coerce.number())
    .max(17, 'too_many')
    .default([])
    .transform((values) => [...new Set(values)].sort((a, b) => a - b))
    .refine((values) => values.every(isSdg), 'unknown_choice'),
})

type Ruled = {
  kind: string
  subkind: string | null
  siren: string | null
  siret?: string | null
  rna: string | null
}

/** What fields of an organisation must be together, whoever writes them. */
export function organisationRules(values: Ruled, ctx: z.RefinementCtx) {
  if (values.siren && values.siret && sirenOf(values.siret) !== values.siren) {
    ctx.addIssue({ code: 'custom', path: ['siret'], message: 'siret_of_another' })
  }
  // Associations there are in their tribunal's register instead.
  if (values.rna && /^W(57|67|68)/.test(values.rna)) {
    ctx.addIssue({ code: 'custom', path: ['rna'], message: 'rna_local_law' })
  }
  if (values.subkind && isSubkind(values.subkind) && kindOf(values.subkind as SubkindKey) !== values.kind) {
    ctx.addIssue({ code: 'custom', path: ['subkind'], message: 'subkind_of_another' })
  }
}

export const organisationInput = organisationFields.superRefine(organisationRules)

export type OrganisationInput = z.output<typeof organisationInput>

function isWebAddress(value: string): boolean {
  if (!URL.canParse(value)) return false
  const { protocol, hostname } = new URL(value)
  return (protocol === 'https:' || protocol === 'http:') && hostname.includes('.')
}

function isPhone(value: string): boolean {
  const digits = value.replace(/\D/g, '')
  return /^\+?[\d\s().-]+$/.test(value) && digits.length >= 6 && digits.length <= 15
}
