import type { OwnValue } from '#db/schema/crm.ts'
import { type OwnField, offered, readOwnValue } from '../own-field/own-field.ts'
import { readDay } from './read-day.ts'
import { foldValue, recognise } from './recognise.ts'

/** What a cell says of a field the network added, as the field's type says it; null: it is not understood. */
export function readOwnCell(field: OwnField, cell: string): OwnValue | null {
  const { value, fault } = readOwnValue(field, typedOf(field, cell))
  return fault ? null : value
}

function typedOf(field: OwnField, cell: string): string[] {
  if (field.type === 'date') return [readDay(cell) ?? cell]
  if (field.type === 'yes_no') {
    const said = recognise('yes_no', cell)
    return [said ? String(said === 'oui') : cell]
  }
  if (field.type === 'choice') return [choiceOf(field, cell)]
  if (field.type !== 'choices') return [cell]
  const whole = choiceOf(field, cell)
  if (whole !== cell) return [whole]
  const pieces = cell.split(/\s*[|;,\n]\s*/).filter(Boolean)
  return pieces.map((piece) => choiceOf(field, piece))
}

function choiceOf(field: OwnField, said: string): string {
  const folded = foldValue(said)
  const found = offered(field).find(({ key, label }) => key === said || foldValue(label) === folded)
  return found?.key ?? said
}
