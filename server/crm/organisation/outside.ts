import { FRANCE } from '#packages/referentials/countries.ts'

/** A seat elsewhere than in the network's region; one that has no region covers everything. */
export function isOutside(
  { seatCountry, department }: { seatCountry: string; department: string | null },
  departments: string[],
): boolean {
  if (departments.length === 0) return false
  return seatCountry !== FRANCE || (department !== null && !departments.includes(department))
}
