import { normaliseIdentifier } from '#packages/identifiers/normalise-identifier.ts'
import { DEPARTMENTS, isDepartment } from '#packages/referentials/departments.ts'
import { foldValue, readDay, recognise, valuesOf } from '#server/crm/public.ts'
import type { Field } from '../form/form.schema.ts'
import type { Target } from './targets.ts'

type Read = { value: unknown } | { fault: string }

const BARE = /[\s\u00a0\u202f€]/g

/** A number as files write it; a spreadsheet may leave the dust of its calculations after it. */
export function readNumber(cell: string): number | null {
  const bare = cell.replace(BARE, '').replace(',', '.')
  return /^-?\d{1,13}(\.\d+)?$/.test(bare) ? Number(bare) : null
}

/** Cents of an amount. Three figures after a comma may be thousandths or thousands: nobody's to guess. */
export function readCents(cell: string): number | null {
  if (/[.,]\d{3}$/.test(cell.replace(BARE, ''))) return null
  const value = readNumber(cell)
  return value === null ? null : Math.round(value * 100)
}

const YES = ['oui', 'o', 'yes', 'y', 'vrai', 'true', '1', 'x']
const NO = ['non', 'n', 'no', 'faux', 'false', '0']

function readChoice(field: Field, said: string): string | null {
  const folded = foldValue(said)
  const found = field.choices?.find(({ value, label }) =>
    [value, label.fr, label.en].some((one) => foldValue(one) === folded),
  )
  return found?.value ?? null
}

function listed(pieces: string[], read: (piece: string) => unknown): Read {
  const values = pieces.map(read)
  return values.some((value) => value === null || value === undefined)
    ? { fault: 'unknown_choice' }
    : { value: values }
}

const isWhole = (target: Target) => target.part?.includes('.') === true

const READ: Partial<Record<Target['kind'], (cell: string, target: Target) => Read>> = {
  key: (cell) => ({ value: normaliseIdentifier(cell) }),
  number: (cell, target) => {
    const value = readNumber(cell)
    if (value === null) return { fault: 'number' }
    return isWhole(target) && !Number.isInteger(value) ? { fault: 'whole' } : { value }
  },
  money: (cell) => {
    const value = readCents(cell)
    return value === null ? { fault: 'money' } : { value }
  },
  yes_no: (cell) => {
    const said = foldValue(cell)
    if (YES.includes(said)) return { value: true }
    return NO.includes(said) ? { value: false } : { fault: 'yes_no' }
  },
  date: (cell) => {
    const value = readDay(cell)
    return value ? { value } : { fault: 'not_a_day' }
  },
  country: (cell) => {
    const value = recognise('country', cell) ?? recognise('countries', cell)
    return value ? { value } : { fault: 'unknown_choice' }
  },
  countries: (cell) => listed(valuesOf('countries', cell), (one) => recognise('countries', one)),
  sectors: (cell) => listed(valuesOf('sectors', cell), (one) => recognise('sectors', one)),
  sdgs: (cell) => listed(valuesOf('sdgs', cell), (one) => Number(recognise('sdgs', one)) || null),
  choice: (cell, { field }) => {
    const value = readChoice(field!, cell)
    return value ? { value } : { fault: 'unknown_choice' }
  },
  choices: (cell, { field }) => {
    const whole = readChoice(field!, cell)
    return whole
      ? { value: [whole] }
      : listed(cell.split(/\s*[|;\n]\s*/).filter(Boolean), (one) => readChoice(field!, one))
  },
  organisation: (cell) => ({ value: { id: null, name: cell } }),
}

/** What a cell says for what its column is; an empty one says nothing. */
export function readCell(target: Target, cell: string): Read | null {
  const said = cell.trim()
  if (!said) return null
  if (target.key === 'number') return said.length > 80 ? { fault: 'too_long' } : { value: said }
  if (target.key === 'holder') return { value: said.slice(0, 200) }
  return READ[target.kind]?.(said, target) ?? { value: said }
}

/** « 33 », « Gironde » or « 33 - Gironde », as its code. */
export function readDepartment(said: string): string | null {
  const code = said.match(/^(\d{2,3}|2[ab])\b/i)?.[1]?.toUpperCase()
  if (code && isDepartment(code)) return code
  return DEPARTMENTS.find(({ name }) => foldValue(name) === foldValue(said))?.code ?? null
}
