import { describe, expect, it } from 'vitest'
import { type DossierFacts, noFacts } from './dossier-facts.ts'
import { hinders, type Judgement, judgeDossier } from './judge-dossier.ts'
import { type RuleInput, rule as ruleSchema } from './rule.schema.ts'

type Said<Input> = Input extends unknown ? Omit<Input, 'key' | 'why' | 'source'> : never

const rule = (said: Said<RuleInput>) =>
  ruleSchema.parse({
    ...{ key: 'tried', why: { fr: 'Règle lue', en: 'Rule read' }, source: { text: 'FONJEP, 2023' } },
    ...said,
  })
const judge = (said: Said<RuleInput>, facts: Partial<DossierFacts>): Judgement =>
  judgeDossier([rule(said)], { ...noFacts(), ...facts })[0]!
const verdict = (said: Said<RuleInput>, facts: Partial<DossierFacts>) => judge(said, facts).verdict

const OVERSEAS = ['971', '972', '973', '974', '976', '2A', '2B']
const JSI_CEILING: Said<RuleInput> = {
  kind: 'amount_ceiling',
  maxCents: 850_000,
  elsewhere: { maxCents: 1_000_000, departments: OVERSEAS },
}

describe('A rule', () => {
  it.each([
    [4_000_00, 'met'],
    [4_000_01, 'broken'],
    [null, 'unknown'],
  ])('of 4,000 euros at most finds %s cents %s (ISI)', (requestedCents, wanted) => {
    expect(verdict({ kind: 'amount_ceiling', maxCents: 400_000 }, { requestedCents })).toBe(wanted)
  })

  it.each([
    ['33', 8_500_00, 'met'],
    ['33', 8_500_01, 'broken'],
    ['2A', 10_000_00, 'met'],
    ['974', 10_000_01, 'broken'],
    [null, 8_500_00, 'met'],
    [null, 9_000_00, 'unknown'],
    [null, 10_000_01, 'broken'],
  ])(
    'with another ceiling overseas and in Corsica finds, in %s, %d cents %s (JSI)',
    (department, cents, wanted) => {
      expect(verdict(JSI_CEILING, { department, requestedCents: cents })).toBe(wanted)
    },
  )

  it.each([
    [700_000, 1_000_000, 'met'],
    [700_001, 1_000_000, 'broken'],
    [400_000, 571_428, 'broken'],
    [400_000, 571_429, 'met'],
    [400_000, null, 'unknown'],
    [400_000, 0, 'unknown'],
    [null, 1_000_000, 'unknown'],
  ])('of 70 %% of the budget finds %s of %s %s (ISI)', (requestedCents, baseCents, wanted) => {
    expect(verdict({ kind: 'budget_share', maxBasisPoints: 7000 }, { requestedCents, baseCents })).toBe(
      wanted,
    )
  })

  it('says the share it found as data', () => {
    const share = judge(
      { kind: 'budget_share', maxBasisPoints: 5000 },
      { requestedCents: 850_000, baseCents: 1_600_000 },
    )
    expect(share).toMatchObject({
      ...{ verdict: 'broken', wanted: { maxBasisPoints: 5000 } },
      found: { basisPoints: 5313, requestedCents: 850_000, baseCents: 1_600_000 },
    })
  })

  it.each([
    [15, 25, 'met'],
    [14, 25, 'broken'],
    [15, 26, 'broken'],
    [null, 26, 'broken'],
    [15, null, 'unknown'],
    [null, null, 'unknown'],
  ])('of 15 to 25 years finds %s to %s %s (JSI)', (youngest, oldest, wanted) => {
    expect(verdict({ kind: 'ages', min: 15, max: 25 }, { youngest, oldest })).toBe(wanted)
  })

  it.each([
    [3, 'broken'],
    [4, 'met'],
    [16, 'met'],
    [17, 'broken'],
    [null, 'unknown'],
  ])('of 4 to 16 young people finds a group of %s %s (JSI)', (french, wanted) => {
    const rule = { kind: 'head_count', of: 'french', min: 4, max: 16 } as const
    expect(verdict(rule, { people: { french, foreign: 28 } })).toBe(wanted)
  })

  it('adds both groups only when both are known', () => {
    const both = { kind: 'head_count', of: 'all', min: 10 } as const
    expect(verdict(both, { people: { french: 22, foreign: null } })).toBe('unknown')
    expect(verdict(both, { people: { french: 22, foreign: 28 } })).toBe('met')
  })

  it.each([
    [10, '2025-07-01', '2025-07-15', 'met'],
    [9, '2025-07-01', '2025-07-15', 'broken'],
    [null, '2025-07-01', '2025-07-15', 'unknown'],
    [null, '2025-07-01', '2025-07-09', 'broken'],
    [null, '2025-07-01', '2025-07-10', 'unknown'],
    [null, null, null, 'unknown'],
  ])(
    'of ten days of action finds %s days between %s and %s %s (JSI)',
    (actionDays, startsOn, endsOn, wanted) => {
      expect(verdict({ kind: 'action_days', min: 10 }, { actionDays, startsOn, endsOn })).toBe(wanted)
    },
  )

  it.each([
    ['2025-01-01', '2025-09-14', 'met'],
    ['2024-12-31', '2025-09-14', 'broken'],
    ['2025-01-01', '2025-09-15', 'broken'],
    ['2024-12-31', null, 'broken'],
    ['2025-01-01', null, 'unknown'],
    ['2025-05-02', '2025-05-01', 'broken'],
  ])(
    'of dates finds an action from %s to %s %s, by the session (ISI 2024 S1)',
    (startsOn, endsOn, wanted) => {
      const session = { actionsFrom: '2025-01-01', actionsTo: '2025-09-14' }
      expect(verdict({ kind: 'action_dates' }, { startsOn, endsOn, session })).toBe(wanted)
    },
  )

  it('of dates has days of its own where it says them', () => {
    const session = { actionsFrom: '2025-01-01', actionsTo: '2025-09-14' }
    const found = judge(
      { kind: 'action_dates', from: '2024-07-15', to: '2025-02-28' },
      { startsOn: '2024-07-15', endsOn: '2025-02-28', session },
    )
    expect(found).toMatchObject({ verdict: 'met', wanted: { from: '2024-07-15', to: '2025-02-28' } })
  })

  it('of three files for an association and a region refuses the fourth (ISI)', () => {
    expect(verdict({ kind: 'files_per_holder', max: 3 }, { holderFiles: 3 })).toBe('met')
    expect(verdict({ kind: 'files_per_holder', max: 3 }, { holderFiles: 4 })).toBe('broken')
    expect(verdict({ kind: 'files_per_holder', max: 3 }, {})).toBe('unknown')
  })

  it('of an accredited sponsor does not hold its absence against a draft', () => {
    expect(verdict({ kind: 'sponsor_accredited' }, {})).toBe('unknown')
    expect(verdict({ kind: 'sponsor_accredited' }, { sponsorAccredited: false })).toBe('broken')
    expect(verdict({ kind: 'sponsor_accredited' }, { sponsorAccredited: true })).toBe('met')
  })

  it('of documents tells those that are missing from those nobody looked for', () => {
    const label = { fr: 'Pièce', en: 'Document' }
    const wanted = {
      kind: 'documents',
      documents: ['convention', 'budget'].map((key) => ({ key, label })),
    } as const
    expect(judge(wanted, { documents: { convention: true } })).toMatchObject({
      ...{ verdict: 'unknown', found: { given: ['convention'], missing: [], unseen: ['budget'] } },
    })
    expect(judge(wanted, { documents: { convention: true, budget: false } })).toMatchObject({
      ...{ verdict: 'broken', found: { missing: ['budget'] } },
    })
    expect(verdict(wanted, { documents: { convention: true, budget: true } })).toBe('met')
  })

  it.each([
    [['SN'], 'met'],
    [['FR'], 'met'],
    [['SN', 'DE'], 'broken'],
    [[], 'unknown'],
  ])('of countries eligible for aid, or France, finds %s %s (JSI)', (countries, wanted) => {
    expect(verdict({ kind: 'countries', countries: ['FR'], oda: true }, { countries })).toBe(wanted)
  })

  it('names the countries it refuses', () => {
    const found = judge({ kind: 'countries', oda: true }, { countries: ['TG', 'CL'], startsOn: '2025-07-01' })
    expect(found).toMatchObject({
      found: { refused: ['CL'] },
      wanted: { oda: true, listUntil: '2025-12-31' },
    })
  })

  it.each([
    ['association', 'local_association', 'met'],
    ['association', null, 'met'],
    ['company', null, 'broken'],
    [null, null, 'unknown'],
  ])('of associations finds %s, %s %s', (kind, subkind, wanted) => {
    expect(verdict({ kind: 'holder_kinds', kinds: ['association'] }, { holder: { kind, subkind } })).toBe(
      wanted,
    )
  })

  it('of one sort of school waits to be told which school', () => {
    const lycees: Said<RuleInput> = { kind: 'holder_kinds', kinds: ['upper_secondary'] }
    expect(verdict(lycees, { holder: { kind: 'education_research', subkind: null } })).toBe('unknown')
    expect(verdict(lycees, { holder: { kind: 'education_research', subkind: 'university' } })).toBe('broken')
  })

  it('never holds an empty file against anybody', () => {
    const label = { fr: 'Pièce', en: 'Document' }
    const every: Said<RuleInput>[] = [
      { kind: 'ages', min: 0, max: 30 },
      { kind: 'head_count', of: 'all', min: 4 },
      { kind: 'budget_share', maxBasisPoints: 5000 },
      JSI_CEILING,
      { kind: 'action_dates', from: '2025-01-01' },
      { kind: 'action_days', min: 10 },
      { kind: 'files_per_holder', max: 3 },
      { kind: 'sponsor_accredited' },
      { kind: 'documents', documents: [{ key: 'convention', label }] },
      { kind: 'countries', oda: true },
      { kind: 'holder_kinds', kinds: ['association'] },
    ]
    expect(every.map((one) => verdict(one, {}))).toEqual(every.map(() => 'unknown'))
  })

  it('stops a file only when it is broken, blocks, and was not waived', () => {
    const judged = judgeDossier(
      [
        { ...rule({ kind: 'files_per_holder', max: 3 }), key: 'files' },
        { ...rule({ kind: 'files_per_holder', max: 3, blocking: false }), key: 'advice' },
        { ...rule({ kind: 'sponsor_accredited' }), key: 'sponsor' },
      ],
      { ...noFacts(), holderFiles: 4 },
    )
    expect(hinders(judged)).toEqual(['files'])
    expect(hinders(judged, ['files'])).toEqual([])
  })

  it('is refused when it could never be met or says nothing', () => {
    const base = { key: 'tried', why: { fr: 'Règle', en: 'Rule' }, source: { text: 'FONJEP' } }
    const refused = [
      { ...base, kind: 'ages', min: 25, max: 15 },
      { ...base, kind: 'head_count', of: 'french' },
      { ...base, kind: 'countries' },
      { ...base, kind: 'countries', countries: ['XX'] },
      { ...base, kind: 'action_dates', from: '2025-02-30' },
      { ...base, kind: 'amount_ceiling', maxCents: 1, elsewhere: { maxCents: 2, departments: ['999'] } },
      { ...base, kind: 'holder_kinds', kinds: ['club'] },
      { kind: 'sponsor_accredited', key: 'unsourced', why: base.why },
    ]
    for (const one of refused) expect(ruleSchema.safeParse(one).success).toBe(false)
  })
})
