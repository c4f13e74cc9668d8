import { isSiren } from '#packages/identifiers/siren.ts'
import { isSiret } from '#packages/identifiers/siret.ts'

/**
 * Numbers that pass every check and were never given: real SIREN do not start with 0. A series is
 * one network's own (two figures), so that two organisations share a number only on purpose.
 */
export const SHARED_SERIES = 99
export const LARGEST_SERIES = 100_000

/** Neighbours in a series should not look like neighbours: a step that shares no factor with its length. */
const scattered = (index: number) => String((index * 60_013 + 17_389) % LARGEST_SERIES).padStart(5, '0')

export function sirenOf(series: number, index: number): string {
  return withKey(`0${String(series).padStart(2, '0')}${scattered(index)}`, isSiren)
}

export function siretOf(siren: string, establishment: number): string {
  return withKey(`${siren}${String(establishment).padStart(4, '0')}`, isSiret)
}

/** Bas-Rhin, Haut-Rhin and Moselle keep their own register: no RNA there. */
const WITHOUT_RNA = ['57', '67', '68']
const OVERSEAS: Record<string, string> = { '971': '9G', '972': '9M', '973': '9C', '974': '9R', '976': '9Y' }

export function rnaOf(department: string, series: number, index: number): string | null {
  if (WITHOUT_RNA.includes(department)) return null
  const start = OVERSEAS[department] ?? department
  return /^\d[\dA-Z]$/.test(start) ? `W${start}${String(series).padStart(2, '0')}${scattered(index)}` : null
}

function withKey(start: string, passes: (number: string) => boolean): string {
  for (let key = 0; key < 10; key++) if (passes(start + key)) return start + key
  throw new Error(`no key makes ${start} a number`)
}
