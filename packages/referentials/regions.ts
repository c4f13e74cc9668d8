import { REGIONS } from './generated/regions.ts'

export { REGIONS }

export interface Region {
  code: string
  name: string
}

const regions = new Map(REGIONS.map((region) => [region.code, region]))

/** The code itself when it is unknown. */
export const regionName = (code: string): string => regions.get(code)?.name ?? code
