import { isSiret, sirenOf } from '#packages/identifiers/siret.ts'
import {
  type OrganisationInput,
  organisationFields,
  organisationInput,
} from '../organisation/organisation.schema.ts'
import type { Given, Reason } from './given.ts'

/** A record as its form and a line write it; the day is when somebody last said that all of it is right. */
export type Written = OrganisationInput & { verifiedAt: string | null }

const FORM = Object.keys(organisationFields.shape)
const LISTS = ['aliases', 'formerNames', 'countries', 'sectors', 'sdgs'] as const
/** Elsewhere than it was, the point of the former address is no more. */
const SEAT = ['insee', 'address', 'seatCountry']

/** A record as a line would leave it: what it does not say stays; lists are added to, or replaced. */
export function mergeGiven(
  known: Record<string, unknown> | null,
  { fields }: Given,
  lists: 'add' | 'replace',
): { values: Written } | { faults: Reason[] } {
  const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
  const { verifiedAt: day = null, ...form } = said
  const merged: Record<string, unknown> = { name: '', ...known, ...form }
  if (known && lists === 'add')
    for (const key of LISTS) if (said[key]) merged[key] = added(known[key], said[key])
  // A line that gives the family alone does not take the sub-kind of the same family away.
  if (said.kind && !said.subkind) merged.subkind = known?.kind === said.kind ? known?.subkind : null
  if (said.insee && !said.postalCode)
    merged.postalCode = said.insee === known?.insee ? known?.postalCode : null
  // A number of the establishment says the number of the organisation.
  if (typeof said.siret === 'string' && !merged.siren && isSiret(said.siret))
    merged.siren = sirenOf(said.siret)
  if (SEAT.some((key) => said[key] !== undefined && said[key] !== known?.[key])) merged.point = null
  const parsed = organisationInput.safeParse(picked(merged))
  if (!parsed.success) return { faults: parsed.error.issues.map((issue) => faultOf(issue, said)) }
  return { values: { ...parsed.data, verifiedAt: latest(day, known?.verifiedAt) } }
}

const picked = (values: Record<string, unknown>) =>
  Object.fromEntries(FORM.filter((key) => values[key] !== undefined).map((key) => [key, values[key]]))

function faultOf(
  { path, message }: { path: PropertyKey[]; message: string },
  said: Record<string, unknown>,
): Reason {
  const field = String(path[0] ?? '')
  return { code: message, field: field || null, ...(said[field] ? { value: told(said[field]) } : {}) }
}

const told = (value: unknown) =>
  (typeof value === 'object' ? JSON.stringify(value) : String(value)).slice(0, 200)

/** A list written long ago does not make a record look less checked than it is. */
const latest = (said: unknown, known: unknown): string | null => {
  const days = [said, known].filter((day): day is string => typeof day === 'string').sort()
  return days.at(-1) ?? null
}

function added(known: unknown, said: unknown): unknown[] {
  const all = [...((known as unknown[]) ?? []), ...(said as unknown[])]
  const seen = new Set<string>()
  return all.filter((one) => {
    const key = typeof one === 'object' ? (one as { name: string }).name : String(one)
    return !seen.has(key) && seen.add(key)
  })
}
