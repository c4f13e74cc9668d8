import { readCents, writeCents } from '../../ui/money.ts'
import { readDate } from '../../ui/read-date.ts'

/** What was typed in one control, read where it can be; what cannot be read stays as it was typed. */
export type Cell<Read> = Read | string | null

const SPACES = /[\s\u202f\u00a0]/g

export const textCell = (typed: string): string | null => typed.trim() || null

export const centsCell = (typed: string): Cell<number> => {
  const text = typed.trim().replace(/\s*(?:euros?|eur)$/i, '')
  return text === '' ? null : (readCents(text) ?? typed.trim())
}

export const numberCell = (typed: string): Cell<number> => {
  const bare = typed.replace(SPACES, '')
  if (bare === '') return null
  return /^-?\d{1,13}(?:[.,]\d{1,6})?$/.test(bare) ? Number(bare.replace(',', '.')) : typed.trim()
}

export const dayCell = (typed: string): string | null =>
  typed.trim() === '' ? null : (readDate(typed.trim()) ?? typed.trim())

export const writtenNumber = (value: unknown, locale: string): string =>
  typeof value === 'number'
    ? locale === 'fr'
      ? String(value).replace('.', ',')
      : String(value)
    : writtenText(value)

export const writtenCents = (value: unknown, locale: string): string =>
  typeof value === 'number' ? writeCents(value, locale) : writtenText(value)

export const writtenText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/** One thing held by an answer, which may be anything: it came from a browser once. */
export const held = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Record<string, unknown>)[key]
    : undefined

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])
