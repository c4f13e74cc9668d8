import { DEPARTMENTS, OVERSEAS_COLLECTIVITIES } from './generated/departments.ts'

export { DEPARTMENTS, OVERSEAS_COLLECTIVITIES }

/** `lat` and `lon` are the mean of the points of its communes. */
export interface Department {
  code: string
  name: string
  region: string
  lat: number
  lon: number
}

/** Nouvelle-Calédonie and the like: neither département nor région, but an address can be there. */
export type OverseasCollectivity = Omit<Department, 'region'>

const departments = new Map(DEPARTMENTS.map((department) => [department.code, department]))
const collectivities = new Map(
  OVERSEAS_COLLECTIVITIES.map((collectivity) => [collectivity.code, collectivity]),
)

export const departmentByCode = (code: string): Department | undefined => departments.get(code)

/** Overseas collectivities included; the code itself when it is unknown. */
export const departmentName = (code: string): string =>
  (departments.get(code) ?? collectivities.get(code))?.name ?? code

export const departmentsOf = (region: string): Department[] =>
  DEPARTMENTS.filter((department) => department.region === region)

/** From a commune's INSEE code: two characters on the mainland and in Corse, three overseas. */
export const departmentCodeOf = (insee: string): string => insee.slice(0, /^9[78]/.test(insee) ? 3 : 2)

export const isDepartment = (code: string): boolean => departments.has(code)
