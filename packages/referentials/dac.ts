import { DAC_CATEGORIES } from './generated/dac-categories.ts'
import type { Label, Locale } from './locale.ts'

export { DAC_CATEGORIES }

/** A sector category (three digits) of the OECD's Development Assistance Committee, also called CRS. */
export interface DacCategory extends Label {
  code: string
}

const categories = new Map(DAC_CATEGORIES.map((category) => [category.code, category]))

export const isDacCategory = (code: string): boolean => categories.has(code)

/** The code itself when it is unknown. */
export const dacLabel = (code: string, locale: Locale): string => categories.get(code)?.[locale] ?? code
