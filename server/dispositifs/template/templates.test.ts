import { describe, expect, it } from 'vitest'
import { foldText } from '#packages/referentials/text.ts'
import { factsOfAnswers } from '../form/facts-of-answers.ts'
import type { Fact, Field } from '../form/form.schema.ts'
import { faultsOf, missing, visibleFields } from '../form/form.ts'
import { scoreOf } from '../grid/grid.ts'
import { hinders, judgeDossier } from '../rule/judge-dossier.ts'
import type { RuleKind } from '../rule/rule.schema.ts'
import type { Template } from './template.schema.ts'
import { TEMPLATES, templateByKey } from './templates.ts'

const fieldsOf = ({ form }: Template): Field[] => form.sections.flatMap(({ fields }) => fields)
const judged = (key: string, answers: Record<string, unknown>, known: object = {}) => {
  const { rules, form } = templateByKey(key)!
  return judgeDossier(rules, { ...factsOfAnswers(form, answers, { submitting: true }), ...known })
}
const verdicts = (key: string, answers: Record<string, unknown>, known: object = {}) =>
  Object.fromEntries(judged(key, answers, known).map((one) => [one.key, one.verdict]))

const FILE = [{ id: '018f0000-0000-7000-8000-000000000001', name: 'piece.pdf' }]
const budget = (requested: number, other: number) => [
  { side: 'income', funder: 'dispositif', cents: requested, requested: true },
  { side: 'income', funder: 'fundraising', cents: other },
  { side: 'expense', heading: 'travel', cents: requested + other },
]

const GOOD_JSI = {
  ...{ direction: 'departure', destination: ['SN'], period: { from: '2025-07-01', to: '2025-07-16' } },
  ...{ action_days: 10, youngest: 15, oldest: 25, seat: { label: 'Pau', insee: '64445', department: '64' } },
  planned: { french: { total: 12, girls: 6, boys: 6 }, foreign: { total: 10, girls: 5, boys: 5 } },
  budget: budget(850_000, 850_000),
  ...{ sponsorship_agreement: FILE, partner_letter: FILE, signed_budget: FILE },
}
const ASSOCIATION = { holder: { kind: 'association', subkind: 'local_association' }, sponsorAccredited: true }

describe('The ready templates', () => {
  it('are FONJEP’s three, the incubator, preliminary studies and tandems', () => {
    expect(TEMPLATES.map(({ key }) => key)).toEqual([
      ...['isi', 'jsi', 'vvv_si', 'incubator', 'preliminary_study', 'tandems'],
    ])
  })

  it('leave FONJEP’s files on FONJEP’s platform and take the others here', () => {
    const elsewhere = TEMPLATES.filter(({ intake }) => intake === 'elsewhere').map(({ key }) => key)
    expect(elsewhere).toEqual(['isi', 'jsi', 'vvv_si'])
  })

  it('want a sponsor for JSI and VVV-SI alone', () => {
    expect(TEMPLATES.filter(({ steps }) => steps.sponsor).map(({ key }) => key)).toEqual(['jsi', 'vvv_si'])
  })

  it.each(['VVVSI', 'VVSI', 'VVVS'])('know VVV-SI by %s', (alias) => {
    const known = TEMPLATES.filter(({ code, aliases }) =>
      [code, ...aliases].map(foldText).includes(foldText(alias)),
    )
    expect(known.map(({ key }) => key)).toEqual(['vvv_si'])
  })

  it('never share a name with another', () => {
    const names = TEMPLATES.flatMap(({ code, name, aliases }) => [code, name.fr, ...aliases].map(foldText))
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([])
  })

  it.each(TEMPLATES)('$code asks for every fact that its rules judge', (template) => {
    const wanted: Partial<Record<RuleKind, Fact[]>> = {
      ages: ['youngest', 'oldest'],
      head_count: ['planned'],
      budget_share: ['budget'],
      amount_ceiling: ['budget'],
      action_dates: ['period'],
      action_days: ['action_days'],
      sponsor_accredited: ['sponsor'],
      countries: ['countries'],
    }
    const asked = new Set(fieldsOf(template).map(({ fact }) => fact))
    const lacking = template.rules.flatMap(({ kind }) =>
      (wanted[kind] ?? []).filter((fact) => !asked.has(fact)),
    )
    expect(lacking).toEqual([])
    expect(asked).toContain('title')
  })

  it.each(TEMPLATES)('$code has a place to put each document it demands', (template) => {
    const places = fieldsOf(template).flatMap(({ key, fact }) => (fact === 'document' ? [key] : []))
    const demanded = template.rules.flatMap((rule) =>
      rule.kind === 'documents' ? rule.documents.map(({ key }) => key) : [],
    )
    expect([...demanded].sort()).toEqual([...places].sort())
  })

  it.each(TEMPLATES)(
    '$code is written in good French: no straight apostrophe, no breakable space',
    (template) => {
      const french: string[] = []
      JSON.stringify(template, (key, value) => {
        if (key === 'fr') french.push(value)
        return value
      })
      expect(french.length).toBeGreaterThan(30)
      expect(french.filter((text) => /'| [:;?!»€%]|« |\d \d{3}/.test(text))).toEqual([])
    },
  )

  it.each(TEMPLATES)('$code opens on an empty file without fault, with something to fill', ({ form }) => {
    expect(faultsOf(form, {})).toEqual({})
    expect(missing(form, {}).length).toBeGreaterThan(5)
    expect(visibleFields(form, {}).length).toBeGreaterThan(15)
  })

  it.each(TEMPLATES)('$code names people nowhere among the young', (template) => {
    const names = fieldsOf(template).filter(({ key }) => /first_name|last_name|birth/.test(key))
    expect(names).toEqual([])
  })

  it.each(TEMPLATES)('$code gives a hundred to the best file', ({ grid }) => {
    const best = Object.fromEntries(grid.criteria.map(({ key, max }) => [key, { score: max, comment: '' }]))
    expect(scoreOf(grid, best)).toBe(100)
  })
})

describe('An ISI', () => {
  const answers = {
    youngest: 6,
    oldest: 30,
    period: { from: '2025-01-01', to: '2025-09-14' },
    budget: budget(400_000, 171_429),
  }
  const session = { actionsFrom: '2025-01-01', actionsTo: '2025-09-14' }

  it('of 4,000 euros for 70 % of the budget, the third of its association, is eligible', () => {
    const known = { session, holderFiles: 3, holder: ASSOCIATION.holder }
    expect(new Set(Object.values(verdicts('isi', answers, known)))).toEqual(new Set(['met']))
  })

  it('breaks each rule by a hair', () => {
    expect(verdicts('isi', { ...answers, budget: budget(400_001, 171_430) })).toMatchObject({
      ceiling: 'broken',
    })
    expect(verdicts('isi', { ...answers, budget: budget(400_000, 171_428) })).toMatchObject({
      share: 'broken',
    })
    expect(verdicts('isi', { ...answers, oldest: 31 })).toMatchObject({ ages: 'broken' })
    expect(verdicts('isi', answers, { holderFiles: 4 })).toMatchObject({ files: 'broken' })
  })

  it('does not count volunteer time in its budget', () => {
    const volunteers = [
      { side: 'income', funder: 'volunteering', cents: 500_000, in_kind: true },
      { side: 'expense', heading: 'volunteering', cents: 500_000, in_kind: true },
    ]
    const inflated = { ...answers, budget: [...budget(400_000, 171_428), ...volunteers] }
    expect(verdicts('isi', inflated)).toMatchObject({ share: 'broken' })
  })
})

describe.each(['jsi', 'vvv_si'])('A file of %s', (key) => {
  it('of 12 young people for 8,500 euros, half of the budget, hinders nobody', () => {
    expect(hinders(judged(key, GOOD_JSI, ASSOCIATION))).toEqual([])
    expect(judged(key, GOOD_JSI, ASSOCIATION).filter(({ verdict }) => verdict === 'unknown')).toEqual([])
  })

  it('may ask for 10,000 euros in Corsica and overseas, and not elsewhere', () => {
    const more = { ...GOOD_JSI, budget: budget(1_000_000, 1_000_000) }
    const from = (department: string) => ({ ...more, seat: { label: 'Siège', department } })
    expect(verdicts(key, from('2B'), ASSOCIATION)).toMatchObject({ ceiling: 'met' })
    expect(verdicts(key, from('974'), ASSOCIATION)).toMatchObject({ ceiling: 'met' })
    expect(verdicts(key, from('64'), ASSOCIATION)).toMatchObject({ ceiling: 'broken' })
  })

  it('is held by what is missing or outside its bounds', () => {
    const wrong = { ...GOOD_JSI, action_days: 9, destination: ['DE'], partner_letter: [] }
    expect(hinders(judged(key, wrong, { ...ASSOCIATION, sponsorAccredited: false }))).toEqual([
      ...['days', 'country', 'sponsor', 'documents'],
    ])
  })

  it('asks about visas when it welcomes, about safety when it leaves', () => {
    const shown = (direction: string) =>
      visibleFields(templateByKey(key)!.form, { direction }).map((field) => field.key)
    expect(shown('welcome')).toEqual(expect.arrayContaining(['visas', 'partner_country']))
    expect(shown('welcome')).not.toContain('safety')
    expect(shown('departure')).toContain('safety')
  })
})
