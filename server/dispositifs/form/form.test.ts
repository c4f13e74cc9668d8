import { describe, expect, it } from 'vitest'
import { columnsOfAnswers, factsOfAnswers } from './facts-of-answers.ts'
import { type FieldInput, type FormInput, formDefinition, type SectionInput } from './form.schema.ts'
import { cleaned, faultsOf, missing, progress, visibleFields, visibleSections } from './form.ts'
import { carriedAnswers, compatible } from './revision-effects.ts'

const words = (fr: string) => ({ fr, en: fr })
const field = (key: string, type: FieldInput['type'], more: Partial<FieldInput> = {}): FieldInput => ({
  ...{ key, type, label: words(key) },
  ...more,
})
const section = (key: string, fields: FieldInput[], more: Partial<SectionInput> = {}): SectionInput => ({
  ...{ key, title: words(key), fields },
  ...more,
})
const form = (...sections: SectionInput[]) => formDefinition.parse({ sections })
const choices = (...values: string[]) => values.map((value) => ({ value, label: words(value) }))
const codesOf = (input: FormInput) => {
  const read = formDefinition.safeParse(input)
  return read.success ? [] : read.error.issues.map(({ message }) => message)
}

const JSI = form(
  section('project', [
    field('title', 'title', { required: true, fact: 'title' }),
    field('axis', 'choice', { required: true, choices: choices('alone', 'with_departure') }),
    field('departure', 'countries', {
      required: true,
      fact: 'countries',
      showIf: { field: 'axis', is: 'equals', value: 'with_departure' },
    }),
    field('stay', 'period', { fact: 'period' }),
  ]),
  section('young', [
    field('planned', 'head_count', { required: true, fact: 'planned' }),
    field('minors', 'yes_no'),
    field('guardians', 'long_text', {
      maxLength: 20,
      showIf: { field: 'minors', is: 'equals', value: true },
    }),
    field('leaders', 'short_text', { showIf: { field: 'planned', is: 'at_least', value: 10 } }),
  ]),
  section('visas', [field('visas', 'file', { required: true, fact: 'document' })], {
    showIf: { field: 'departure', is: 'filled' },
  }),
  section('money', [
    field('budget', 'budget', { fact: 'budget' }),
    field('asked', 'money', { fact: 'requested', max: 850_000 }),
    field('age', 'number', { min: 0, max: 120, fact: 'youngest' }),
    field('contact', 'email'),
  ]),
)

const shown = (answers: object) => visibleFields(JSI, answers as never).map(({ key }) => key)
const FILE = { id: '018f0000-0000-7000-8000-000000000001', name: 'visas.pdf' }
const people = (total: number) => ({ french: { total, girls: total, boys: 0, other: 0 } })

describe('A form', () => {
  it('shows a field or a section when what it waits for was said', () => {
    expect(shown({})).not.toContain('departure')
    expect(shown({ axis: 'with_departure' })).toContain('departure')
    expect(shown({ axis: 'with_departure' })).not.toContain('visas')
    expect(shown({ axis: 'with_departure', departure: ['SN'] })).toContain('visas')
    expect(shown({ minors: false })).not.toContain('guardians')
    expect(shown({ minors: true })).toContain('guardians')
  })

  it('counts the people of a head count for a condition', () => {
    expect(shown({ planned: people(9) })).not.toContain('leaders')
    expect(shown({ planned: people(10) })).toContain('leaders')
  })

  it('hears nothing from a field that is itself hidden, and keeps what it held', () => {
    const answers = { axis: 'alone', departure: ['SN'] }
    expect(shown(answers)).not.toContain('visas')
    expect(missing(JSI, answers)).not.toContain('departure')
    expect(cleaned(JSI, answers)).toEqual(answers)
    expect(factsOfAnswers(JSI, answers).countries).toEqual([])
  })

  it('leaves out a section of which nothing is shown', () => {
    expect(visibleSections(JSI, {}).map(({ key }) => key)).toEqual(['project', 'young', 'money'])
  })

  it('says what is missing in its order, and how far one is', () => {
    expect(missing(JSI, { title: '  ' })).toEqual(['title', 'axis', 'planned'])
    expect(progress(JSI, { title: 'Un puits', axis: 'alone' })).toEqual({ filled: 2, wanted: 3 })
    const whole = {
      title: 'Un puits',
      axis: 'with_departure',
      departure: ['SN'],
      planned: people(4),
      visas: [FILE],
    }
    expect(missing(JSI, whole)).toEqual([])
    expect(progress(JSI, whole)).toEqual({ filled: 5, wanted: 5 })
  })

  it.each([
    ['stay', { from: '2025-07-15', to: '2025-07-01' }, 'ends_before'],
    ['stay', { from: '2025-02-30', to: null }, 'not_a_day'],
    ['asked', 850_001, 'too_big'],
    ['asked', 'beaucoup', 'number'],
    ['age', -1, 'too_small'],
    ['contact', 'awa(at)exemple.fr', 'email'],
    ['axis', 'elsewhere', 'unknown_choice'],
    ['planned', { french: { total: 2.5 } }, 'whole'],
    ['planned', 'douze', 'invalid'],
    ['budget', [{ side: 'income', funder: 'own', cents: 100 }], 'unbalanced'],
  ])('finds at %s, in %o, the fault %s', (key, answer, code) => {
    expect(faultsOf(JSI, { [key]: answer })).toEqual({ [key]: code })
  })

  it('finds no fault in what is empty or hidden', () => {
    expect(faultsOf(JSI, { contact: '', stay: null, guardians: 'x'.repeat(21) })).toEqual({})
    expect(faultsOf(JSI, { minors: true, guardians: 'x'.repeat(21) })).toEqual({ guardians: 'too_long' })
  })

  it('says nothing against a stay of which only the first day is known, and still waits for the last', () => {
    const half = { stay: { from: '2025-07-01', to: null } }
    expect(faultsOf(JSI, half)).toEqual({})
    expect(columnsOfAnswers(JSI, half)).toMatchObject({ startsOn: '2025-07-01', endsOn: null })
  })

  it('keeps what it knows, reads what it can, and leaves as typed what it cannot', () => {
    const sent = {
      title: ' Un\r\npuits ',
      age: '15,0',
      asked: 'environ mille',
      stranger: 1,
      minors: 'yes',
      axis: '',
    }
    expect(cleaned(JSI, sent)).toEqual({ title: 'Un\npuits', age: 15, asked: 'environ mille', minors: true })
    expect(cleaned(JSI, null)).toEqual({})
    expect(cleaned(JSI, cleaned(JSI, sent))).toEqual(cleaned(JSI, sent))
  })

  it('tells the rules what was answered', () => {
    const answers = {
      ...{
        axis: 'with_departure',
        departure: ['SN', 'TG'],
        age: 15,
        stay: { from: '2025-07-01', to: '2025-07-15' },
      },
      planned: people(12),
      budget: [
        { side: 'income', funder: 'dispositif', cents: 850_000, requested: true },
        { side: 'expense', heading: 'travel', cents: 1_700_000 },
      ],
    }
    expect(factsOfAnswers(JSI, answers)).toMatchObject({
      ...{ youngest: 15, oldest: null, people: { french: 12, foreign: null }, countries: ['SN', 'TG'] },
      ...{ requestedCents: 850_000, baseCents: 1_700_000, startsOn: '2025-07-01', endsOn: '2025-07-15' },
    })
  })

  it('calls a document missing at the submission only', () => {
    const answers = { axis: 'with_departure', departure: ['SN'] }
    expect(factsOfAnswers(JSI, answers).documents).toEqual({})
    expect(factsOfAnswers(JSI, answers, { submitting: true }).documents).toEqual({ visas: false })
    expect(factsOfAnswers(JSI, { ...answers, visas: [FILE] }).documents).toEqual({ visas: true })
  })
})

describe('A form being written', () => {
  const one = field('first', 'short_text')
  const two = (more: Partial<FieldInput>) => field('second', 'short_text', more)

  it.each<[string, SectionInput[]]>([
    ['key_twice', [section('a', [one, one])]],
    ['key_twice', [section('a', [one]), section('a', [two({})])]],
    ['condition_not_earlier', [section('a', [two({ showIf: { field: 'first', is: 'filled' } }), one])]],
    ['condition_not_earlier', [section('a', [two({ showIf: { field: 'second', is: 'filled' } })])]],
    ['condition_not_earlier', [section('a', [one], { showIf: { field: 'first', is: 'filled' } })]],
    [
      'condition_not_counted',
      [section('a', [one, two({ showIf: { field: 'first', is: 'at_least', value: 2 } })])],
    ],
    [
      'condition_not_chosen',
      [section('a', [one, two({ showIf: { field: 'first', is: 'one_of', values: ['x'] } })])],
    ],
    ['choices', [section('a', [field('first', 'choice')])]],
    ['choices', [section('a', [field('first', 'number', { choices: choices('x') })])]],
    ['fact_type', [section('a', [field('first', 'number', { fact: 'budget' })])]],
    [
      'fact_twice',
      [
        section(
          'a',
          [one, two({})].map((each) => ({ ...each, fact: 'title' as const })),
        ),
      ],
    ],
    ['ends_before', [section('a', [field('first', 'number', { min: 2, max: 1 })])]],
  ])('is told %s', (code, sections) => {
    expect(codesOf({ sections })).toEqual([code])
  })

  it('cannot wait for a choice that nobody can make', () => {
    const waits = two({ showIf: { field: 'first', is: 'equals', value: 'gone' } })
    expect(
      codesOf({ sections: [section('a', [field('first', 'choice', { choices: choices('here') }), waits])] }),
    ).toEqual(['unknown_choice'])
  })
})

describe('A new revision of a form', () => {
  const before = form(
    section('a', [
      field('story', 'short_text', { maxLength: 300 }),
      field('where', 'country'),
      field('axis', 'choice', { choices: choices('alone', 'with_departure') }),
      field('age', 'number'),
      field('phone', 'phone'),
    ]),
  )
  const after = form(
    section('a', [
      field('story', 'long_text', { maxLength: 200, required: true }),
      field('where', 'countries'),
      field('axis', 'choice', { choices: choices('alone') }),
      field('age', 'date'),
      field('partners', 'partners'),
    ]),
  )

  it('says field by field what it does to files already begun', () => {
    expect(compatible(before, after)).toEqual([
      { key: 'story', effect: 'converted', loses: false },
      { key: 'story', effect: 'narrowed', loses: false },
      { key: 'story', effect: 'now_required', loses: false },
      { key: 'where', effect: 'converted', loses: false },
      { key: 'axis', effect: 'choices_removed', loses: true },
      { key: 'age', effect: 'retyped', loses: true },
      { key: 'partners', effect: 'added', loses: false },
      { key: 'phone', effect: 'removed', loses: true },
    ])
    expect(compatible(after, after)).toEqual([])
  })

  it('carries the answers it can read', () => {
    const answers = { story: 'Un puits', where: 'SN', age: 12, phone: '05 56 00 00 00' }
    expect(carriedAnswers(answers, before, after)).toEqual({ story: 'Un puits', where: ['SN'] })
  })
})
