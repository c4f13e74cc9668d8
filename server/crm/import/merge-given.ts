import { z } from 'zod'
import { isCountry } from '#packages/referentials/countries.ts'
import { keptText } from '#packages/referentials/text.ts'
import { organisationFields, organisationInput } from '../organisation/organisation.schema.ts'
import type { Given, Reason } from './given.ts'

const text = (max: number) => z.string().overwrite(keptText).trim().max(max, 'too_long')

/** Fields of a record beside those of its form. */
const besides = {
  email: z.email('email').max(254, 'too_long').toLowerCase().nullable().default(null),
  phone: text(40).nullable().default(null),
  formerNames: z
    .array(z.object({ name: text(200).min(1), from: z.string().nullable(), until: z.string().nullable() }))
    .max(20, 'too_many')
    .default([]),
  seatCountry: z.string().refine(isCountry, 'unknown_choice').default('FR'),
  seatPrivate: z.boolean().default(false),
  aggregated: z.boolean().default(true),
  shownToNetworks: z.boolean().default(true),
  contactable: z.boolean().default(true),
  verifiedAt: z.string().nullable().default(null),
}
type Besides = z.output<z.ZodObject<typeof besides>>
export type Known = z.output<typeof organisationInput> & Besides

const FORM = Object.keys(organisationFields.shape)
const beside = z.object(
  Object.fromEntries(Object.entries(besides).filter(([key]) => !FORM.includes(key))),
) as unknown as z.ZodType<Besides>

/** Every field a line may write. */
export const WRITTEN = [...FORM, ...Object.keys(besides).filter((key) => !FORM.includes(key))]
const LISTS = ['aliases', 'formerNames', 'countries', 'sectors', 'sdgs'] as const

/** A record as a line would leave it: what it does not say stays; lists are added to, or replaced. */
export function mergeGiven(
  known: Record<string, unknown> | null,
  { fields }: Given,
  lists: 'add' | 'replace',
): { values: Known } | { faults: Reason[] } {
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const merged: Record<string, unknown> = { ...known, ...said }
  if (known && lists === 'add')
    for (const key of LISTS) if (said[key]) merged[key] = added(known[key], said[key])
  if (Array.isArray(merged.sdgs)) merged.sdgs = [...merged.sdgs].sort((a, b) => Number(a) - Number(b))
  // A line that gives the family alone does not take the sub-kind of the same family away.
  if (said.kind && !said.subkind) merged.subkind = known?.kind === said.kind ? known?.subkind : null
  if (said.insee && !said.postalCode)
    merged.postalCode = said.insee === known?.insee ? known?.postalCode : null
  if (isEarlier(merged.verifiedAt, known?.verifiedAt)) merged.verifiedAt = known?.verifiedAt
  // A number of the establishment says the number of the organisation.
  if (typeof said.siret === 'string' && !merged.siren && /^\d{14}$/.test(said.siret))
    merged.siren = said.siret.slice(0, 9)
  const form = organisationInput.safeParse(picked(merged, FORM))
  const rest = beside.safeParse(merged)
  const issues = [...(form.error?.issues ?? []), ...(rest.error?.issues ?? [])]
  if (issues.length === 0) return { values: { ...form.data, ...rest.data } as Known }
  return {
    faults: issues.map(({ path, message }) => {
      const field = String(path[0] ?? '')
      return { code: message, field: field || null, ...(said[field] ? { value: told(said[field]) } : {}) }
    }),
  }
}

const picked = (values: Record<string, unknown>, keys: string[]) =>
  Object.fromEntries(keys.filter((key) => values[key] !== undefined).map((key) => [key, values[key]]))

const told = (value: unknown) =>
  (typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, 200)

const isEarlier = (day: unknown, known: unknown) =>
  typeof day === 'string' && typeof known === 'string' && day < known

function added(known: unknown, said: unknown): unknown[] {
  const all = [...((known as unknown[]) ?? []), ...(said as unknown[])]
  const seen = new Set<string>()
  return all.filter((one) => {
    const key = typeof one === 'object' ? (one as { name: string }).name : String(one)
    return !seen.has(key) && seen.add(key)
  })
}
