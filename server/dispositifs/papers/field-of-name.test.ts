import { expect, it } from 'vitest'
import { fieldOfName } from './field-of-name.ts'

const field = (key: string, fr: string, given = 0) => ({ key, label: { fr }, given, room: given < 2 })
const fields = [
  field('sponsorship_agreement', 'Convention de parrainage signée'),
  field('signed_budget', 'Budget prévisionnel signé'),
  field('deposited_file', 'Dossier déposé sur la plateforme (PDF)'),
]

it('tells a document by the words of its name, and the whole file by none of them', () => {
  expect(fieldOfName('JSI-26-12 Budget.pdf', fields)).toBe('signed_budget')
  expect(fieldOfName('CONVENTION_26-1.pdf', fields)).toBe('sponsorship_agreement')
  expect(fieldOfName('JSI-26-12.pdf', fields)).toBe('deposited_file')
  expect(fieldOfName('Dossier JSI-26-12.pdf', fields)).toBe('deposited_file')
  expect(fieldOfName('Convention et budget.pdf', fields)).toBeNull()
})

it('leaves a field that is full, and never takes a second unknown file for the whole one', () => {
  expect(fieldOfName('Budget.pdf', [field('signed_budget', 'Budget prévisionnel signé', 2)])).toBeNull()
  expect(fieldOfName('26-12.pdf', [field('deposited_file', 'Dossier déposé', 1)])).toBeNull()
  expect(fieldOfName('26-12.pdf', [field('statutes', 'Statuts')])).toBe('statutes')
  expect(fieldOfName('26-12.pdf', [])).toBeNull()
})
