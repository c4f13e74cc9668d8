import type { OwnValue } from '#db/schema/crm.ts'
import { normaliseIdentifier } from '#packages/identifiers/normalise-identifier.ts'
import { isSiren } from '#packages/identifiers/siren.ts'
import { isSiret } from '#packages/identifiers/siret.ts'
import type { OwnField } from '../own-field/own-field.ts'
import { CHOSEN, type FieldType, importField, ownKeyOf } from './fields.ts'
import type { Contact, Given, Reason } from './given.ts'
import type { Answers, Matching } from './matching.schema.ts'
import { SEVERAL } from './own-labels.ts'
import { readContact } from './read-contact.ts'
import { readDay } from './read-day.ts'
import { readOwnCell } from './read-own-cell.ts'
import { communeOf, departmentOfCode, placeKey, type SaidPlace } from './read-place.server.ts'
import { foldValue, recognise, valuesOf } from './recognise.ts'
import { tagsOf } from './tags-of-cell.ts'

export type Read = { given: Given; reasons: Reason[] }
type Said = Map<string, string>

/** The cells of a line by field, those that say nothing left out. */
export function saidBy(cells: string[], matching: Matching): Said {
  const said: Said = new Map()
  matching.columns.forEach(({ field }, at) => {
    const cell = (cells[at] ?? '').trim()
    if (field && cell) said.set(field, cell)
  })
  return said
}

/** A line as it is meant, with what in it is not understood. */
export function readLine(
  cells: string[],
  matching: Matching,
  answers: Answers,
  ownFields: OwnField[] = [],
): Read {
  const said = saidBy(cells, matching)
  const reasons: Reason[] = []
  const fields: Record<string, unknown> = {}
  const own: Record<string, OwnValue> = {}
  let tags: string[] | undefined
  const place = placeSaid(said, answers)
  for (const [key, cell] of said) {
    const type = importField(key)?.type
    if (!type || key.startsWith('contact') || PLACES.includes(type)) continue
    const ownField = ownFields.find((one) => one.key === ownKeyOf(key))
    if (type === 'own') {
      const value = ownField ? readOwnCell(ownField, cell) : null
      if (value !== null) own[ownField!.key] = value
      else reasons.push({ code: 'left_out', field: ownField?.label ?? key, value: cell, note: true })
      continue
    }
    if (type === 'tags') {
      tags = tagsOf(cell)
      continue
    }
    const value = read(type, key, cell, answers, reasons)
    if (value === undefined) continue
    if (type === 'kind') [fields.kind, fields.subkind] = kindOf(String(value))
    else if (key !== 'externalKey') fields[key] = value
  }
  if (PLACES.some((type) => said.has(FIELD_OF[type]!)) && (fields.seatCountry ?? 'FR') === 'FR') {
    const insee = communeOf(place) ?? (answers.city?.[placeKey(place)] || null)
    if (insee) {
      fields.insee = insee
      if (/^\d{5}$/.test(place.postalCode)) fields.postalCode = place.postalCode
    } else if (place.city || place.insee || place.postalCode)
      reasons.push({ code: 'place', field: 'city', value: placeTold(place), note: true })
  }
  const contacts = (['contact1', 'contact2'] as const).flatMap((group) => {
    const contact = readContact(group, said, answers, reasons)
    return contact ? [contact] : []
  })
  return {
    given: {
      fields,
      own,
      ...(tags && { tags }),
      externalKey: said.get('externalKey')?.slice(0, LONGEST_KEY) ?? null,
      contacts: once(contacts),
    },
    reasons,
  }
}

/** Room a number of another tool has; read as it is kept, or a longer one would never be found again. */
const LONGEST_KEY = 100
const PLACES: FieldType[] = ['commune', 'postal_code', 'insee', 'department']
const FIELD_OF: Partial<Record<FieldType, string>> = {
  commune: 'city',
  postal_code: 'postalCode',
  insee: 'insee',
  department: 'department',
}

export function placeSaid(said: Said, answers: Answers): SaidPlace {
  const digits = (said.get('postalCode') ?? '').replace(/\D/g, '')
  const postalCode = digits.length === 4 ? `0${digits}` : digits
  const department = said.get('department') ?? ''
  return {
    city: said.get('city') ?? '',
    postalCode,
    insee: (said.get('insee') ?? '').toUpperCase().padStart(said.has('insee') ? 5 : 0, '0'),
    department:
      recognise('department', department) ||
      answers.department?.[foldValue(department)] ||
      departmentOfCode(postalCode),
  }
}

export const placeTold = ({ city, postalCode, insee }: SaidPlace) =>
  [postalCode, city].filter(Boolean).join(' ') || insee

function read(type: FieldType, key: string, cell: string, answers: Answers, reasons: Reason[]): unknown {
  if (CHOSEN.includes(type)) return readChosen(type, key, cell, answers, reasons)
  if (type === 'names') return namesOf(key, valuesOf(type, cell))
  if (type === 'identifier') return identifierOf(key, cell)
  if (type === 'day') {
    const day = readDay(cell)
    if (!day) reasons.push({ code: 'day', field: key, value: cell, note: true })
    return day ?? undefined
  }
  return cell
}

function namesOf(key: string, names: string[]): unknown {
  return key === 'formerNames' ? names.map((name) => ({ name, from: null, until: null })) : names
}

/** A spreadsheet takes a number's first zero away; what is no number even so is refused as it was written. */
const identifierOf = (key: string, cell: string) => {
  const written = normaliseIdentifier(cell)
  const number = NUMBERS[key]
  if (!number) return written
  const value = /^\d+$/.test(written) ? written.padStart(number.width, '0') : written
  return number.is(value) ? value : cell
}

const NUMBERS: Record<string, { width: number; is: (value: string) => boolean }> = {
  siren: { width: 9, is: isSiren },
  siret: { width: 14, is: isSiret },
}

function readChosen(
  type: FieldType,
  key: string,
  cell: string,
  answers: Answers,
  reasons: Reason[],
): unknown {
  const found: string[] = []
  for (const value of valuesOf(type, cell, answers[key])) {
    const known = recognise(type, value) ?? answers[key]?.[foldValue(value)]
    if (known) found.push(...known.split(SEVERAL))
    else reasons.push({ code: 'left_out', field: key, value, note: true })
  }
  if (found.length === 0) return undefined
  if (type === 'sdgs') return [...new Set(found.map(Number))].sort((a, b) => a - b)
  if (type === 'countries' || type === 'sectors') return [...new Set(found)]
  return type === 'yes_no' ? found[0] === 'oui' : found[0]
}

const kindOf = (key: string): [string, string | null | undefined] => {
  const [kind, subkind] = key.split('/') as [string, string | undefined]
  return [kind, subkind]
}

/** The same person twice on a line is one person. */
function once(contacts: Contact[]): Contact[] {
  const [one, other] = contacts
  if (!one || !other) return contacts
  const same = one.email
    ? one.email === other.email
    : foldValue(`${one.givenName} ${one.familyName}`) === foldValue(`${other.givenName} ${other.familyName}`)
  return same ? [one] : contacts
}
