import { describe, expect, it } from 'vitest'
import { type FieldInput, formDefinition } from '#server/dispositifs/form/form.schema.ts'
import { cleaned, faultsOf } from '#server/dispositifs/form/form.ts'
import { answersOfForm } from './answers-of-form.ts'
import { cellFaults } from './cell-faults.ts'
import { formOfAnswers } from './form-of-answers.ts'
import { typedForm } from './typed-form.ts'

const words = (text: string) => ({ fr: text, en: text })
const formWith = (...fields: Partial<FieldInput>[]) =>
  formDefinition.parse({
    sections: [
      {
        key: 'all',
        title: words('Tout'),
        fields: fields.map((field) => ({ key: 'it', label: words('Lui'), type: 'short_text', ...field })),
      },
    ],
  })
const choices = ['alone', 'with_departure'].map((value) => ({ value, label: words(value) }))
const ID = '018f0000-0000-7000-8000-000000000001'
const nobody = { total: null, girls: null, boys: null, other: null, bands: [] }
const line = { label: '', in_kind: false }
const expense = { ...line, side: 'expense', excluded: false }
const income = { ...line, side: 'income', requested: false, acquired: false }
const partner = { name: 'Association <b>Espoir</b>', kind: null, place: null, country: 'SN', role: null }

const ANSWERS: [FieldInput['type'], unknown][] = [
  ['title', 'Un puits à Niamey'],
  ['short_text', 'A & B « c »'],
  ['long_text', 'Deux\nlignes'],
  ['email', 'awa@exemple.example'],
  ['phone', '+33 5 49 00 00 00'],
  ['number', 12.5],
  ['money', 125_050],
  ['money', 700_000],
  ['yes_no', true],
  ['yes_no', false],
  ['date', '2026-07-14'],
  ['period', { from: '2026-07-14', to: '2026-08-02' }],
  ['period', { from: '2026-07-14', to: null }],
  ['place', { label: 'Niort (79000)', insee: '79191', department: '79', country: 'FR' }],
  ['place', { label: 'Atakpamé', insee: null, department: null, country: 'TG' }],
  ['country', 'SN'],
  ['countries', ['SN', 'TG']],
  ['sectors', ['water', 'education']],
  ['sdgs', [4, 6]],
  ['choice', 'alone'],
  ['choices', ['alone', 'with_departure']],
  ['organisation', { id: ID, name: 'Amitié Niort (Niort)' }],
  ['organisation', { id: null, name: 'Une autre' }],
  ['partners', [partner, { ...partner, name: 'Mairie', place: 'Thiès', role: 'Accueil', kind: 'other' }]],
  [
    'head_count',
    {
      french: {
        ...{ total: 22, girls: 8, boys: 13, other: null },
        bands: [{ from: 15, to: 17, girls: 3, boys: 4, other: 0 }],
      },
      foreign: nobody,
    },
  ],
  [
    'budget',
    [
      { ...expense, heading: 'travel', label: 'Vols', cents: 450_000 },
      { ...expense, heading: 'food', cents: null, excluded: true },
      { ...income, funder: 'dispositif', cents: 350_000, requested: true },
      { ...income, funder: 'region', cents: 100_000, acquired: true },
      { ...expense, heading: 'volunteering', in_kind: true, cents: 100_000 },
      { ...income, funder: 'volunteering', in_kind: true, cents: 100_000 },
    ],
  ],
]

describe('Answers written in a form', () => {
  it.each(ANSWERS)('come back as they were: %s, %j', (type, answer) => {
    const definition = formWith({ type, ...(type.startsWith('choice') ? { choices } : {}) })
    expect(cleaned(definition, { it: answer })).toEqual({ it: answer })
    for (const locale of ['fr', 'en']) {
      const sent = new FormData()
      for (const [name, value] of formOfAnswers(definition, { it: answer }, locale).entries())
        sent.append(name, value)
      const read = answersOfForm(definition, typedForm(sent))
      expect(cleaned(definition, read)).toEqual({ it: answer })
    }
  })

  it('leave files where they are: another page joins and removes them', () => {
    const definition = formWith({ type: 'file' })
    const it = [{ id: ID, name: 'visas.pdf' }]
    expect(answersOfForm(definition, typedForm([['f.it.0.id', 'x']]), { it })).toEqual({ it })
  })
})

describe('What people type', () => {
  const read = (type: FieldInput['type'], ...entries: [string, string][]) =>
    answersOfForm(formWith({ type }), typedForm(entries)).it

  it.each([
    ['1 250,50', 125_050],
    ['1250.5 €', 125_050],
    ['1\u202f250', 125_000],
    ['12 euros', 1200],
    ['0', 0],
    ['douze', 'douze'],
    ['1,250.50', '1,250.50'],
  ])('is an amount in cents, or stays: %s', (typed, answer) => {
    expect(read('money', ['f.it', typed])).toEqual(answer)
  })

  it('keeps what cannot be read, and says so at the field', () => {
    const definition = formWith({ type: 'money' })
    const answers = cleaned(definition, answersOfForm(definition, typedForm([['f.it', ' douze ']])))
    expect(answers).toEqual({ it: 'douze' })
    expect(faultsOf(definition, answers)).toEqual({ it: 'number' })
    expect(formOfAnswers(definition, answers, 'fr').one('f.it')).toBe('douze')
  })

  it.each(['14/07/2026', '14 juillet 2026', '2026-07-14'])('is a day: %s', (typed) => {
    expect(read('date', ['f.it', typed])).toBe('2026-07-14')
  })

  it.each(['12,5', '12.5', ' 12,50 '])('is a number: %s', (typed) => {
    expect(read('number', ['f.it', typed])).toBe(12.5)
  })

  it('says nothing when it is blank, whatever the field', () => {
    expect(read('period', ['f.it.from', ''], ['f.it.to', ' '])).toBeUndefined()
    expect(read('head_count', ['f.it.french.total', ' '], ['f.it.foreign.bands.0.from', ''])).toBeUndefined()
    expect(read('organisation', ['f.it.name', ' '], ['f.it.id', ID])).toBeUndefined()
    expect(
      read('budget', ['f.it.expense.cash.0.heading', ''], ['f.it.expense.cash.0.cents', '']),
    ).toBeUndefined()
  })

  it('forgets the organisation that was picked when another name is typed over it', () => {
    const typed = (name: string) =>
      read('organisation', ['f.it.name', name], ['f.it.id', ID], ['f.it.of', 'Amitié Niort'])
    expect(typed('Amitié Niort')).toEqual({ id: ID, name: 'Amitié Niort' })
    expect(typed('Amitié Nior')).toEqual({ id: null, name: 'Amitié Nior' })
  })

  it('keeps rows in their order, without the empty ones nor the holes', () => {
    const rows = read(
      'partners',
      ...[10, 2, 5].map((row) => [`f.it.${row}.name`, row === 5 ? '  ' : `n${row}`] as [string, string]),
    )
    expect(rows).toMatchObject([{ name: 'n2' }, { name: 'n10' }])
  })

  it('asks for the grant by naming it, without a box to tick', () => {
    const grant = read(
      'budget',
      ['f.it.income.cash.0.funder', 'dispositif'],
      ['f.it.income.cash.0.cents', '7000'],
    )
    expect(grant).toMatchObject([{ requested: true, cents: 700_000, in_kind: false }])
  })

  it('counts a line end once, as the page that showed it did', () => {
    expect(read('long_text', ['f.it', 'a\r\nb'])).toBe('a\nb')
  })

  it('is of no use under a name that is no field, nor under one of the language itself', () => {
    expect(
      answersOfForm(
        formWith({}),
        typedForm([
          ['f.__proto__', 'x'],
          ['f.constructor', 'x'],
        ]),
      ),
    ).toEqual({})
  })
})

describe('A fault inside a field', () => {
  it('is told at the control it is in, in its own table', () => {
    const [definition, name] = [formWith({ type: 'budget' }), 'f.it.income.cash']
    const typed = typedForm([
      ['f.it.expense.cash.0.heading', 'travel'],
      ['f.it.expense.cash.0.cents', '100'],
      [`${name}.0.funder`, 'own'],
      [`${name}.0.cents`, '50'],
      [`${name}.1.funder`, ''],
      [`${name}.1.cents`, 'cinquante'],
    ])
    const faults = cellFaults(definition.sections[0]!.fields[0]!, answersOfForm(definition, typed).it)
    expect([...faults]).toEqual([
      [`${name}.1.cents`, 'number'],
      [`${name}.1.funder`, 'funder_missing'],
    ])
  })
})
