import { DAC_CATEGORIES } from './generated/dac-categories.ts'
import type { Label } from './locale.ts'

export { DAC_CATEGORIES }

/** A sector category (three digits) of the OECD's Development Assistance Committee, also called CRS. */
export interface DacCategory extends Label {
  code: string
}
