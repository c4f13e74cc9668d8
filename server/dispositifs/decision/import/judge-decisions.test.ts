import { describe, expect, it } from 'vitest'
import { guessColumns, matchingFaults, readOutcome } from './columns.ts'
import { judgeDecisions, type KnownDossier, type Readers } from './judge-decisions.ts'

const known = (given: Partial<KnownDossier>): KnownDossier => ({
  ...{ id: 'one', number: 1, title: 'Puits', externalNumber: 'JSI-25-1', state: 'opined' },
  ...{ requestedCents: 800_000, grantedCents: null, decidedOn: null, decisions: 0, ...given },
})
const readers: Readers = {
  cents: (cell) => (/^\d+$/.test(cell) ? Number(cell) * 100 : null),
  day: (cell) => (/^\d{4}-\d\d-\d\d$/.test(cell) ? cell : null),
  today: '2026-11-22',
}
const columns = ['external', 'outcome', 'amount', 'decided_on', 'comment'] as const
const judge = (cells: string[], dossiers = [known({})]) =>
  judgeDecisions([{ line: 2, cells }], columns, dossiers, readers)[0]!

describe('The columns of a file of decisions', () => {
  it('are recognised from their headings, each once', () => {
    expect(
      guessColumns(['Numéro Fonjep', 'N°', 'Structure', 'Décision', 'Montant accordé', 'Date', 'Motif']),
    ).toEqual([...['external', 'number', null, 'outcome', 'amount', 'decided_on', 'comment']])
  })

  it('must name a dossier and a decision, and none twice', () => {
    expect(matchingFaults(['external', 'outcome'])).toEqual([])
    expect(matchingFaults(['outcome', 'outcome'])).toEqual(['column_twice', 'no_number'])
    expect(matchingFaults(['number', null])).toEqual(['no_outcome'])
  })

  it.each([
    ['Financé', 'financed'],
    ['RETENU', 'financed'],
    ['Non retenu', 'refused'],
    ['Non financé', 'refused'],
    ['Ajourné', 'adjourned'],
    ['à voir', null],
  ])('say « %s » for %s', (cell, outcome) => {
    expect(readOutcome(cell)).toBe(outcome)
  })
})

describe('A line of decisions', () => {
  it('is written when it says which, what, how much and when', () => {
    expect(judge(['jsi-25-1', 'Financé', '7000', '2026-11-20', ''])).toMatchObject({
      ...{ verdict: 'write', outcome: 'financed', amountCents: 700_000, decidedOn: '2026-11-20' },
    })
    expect(judge(['JSI-25-1', 'Refusé', '0', '', 'Hors critères'])).toMatchObject({
      ...{ verdict: 'write', amountCents: null, decidedOn: '2026-11-22' },
    })
  })

  it.each([
    [['AUTRE', 'Financé', '1', '', ''], 'unknown_dossier'],
    [['JSI-25-1', 'Peut-être', '1', '', ''], 'unknown_outcome'],
    [['JSI-25-1', 'Financé', 'mille', '', ''], 'bad_amount'],
    [['JSI-25-1', 'Financé', '', '', ''], 'amount_missing'],
    [['JSI-25-1', 'Refusé', '100', '', 'Non'], 'amount_without_grant'],
    [['JSI-25-1', 'Refusé', '', '', ''], 'reason_missing'],
    [['JSI-25-1', 'Financé', '1', 'hier', ''], 'bad_day'],
    [['JSI-25-1', 'Financé', '1', '2026-11-23', ''], 'in_future'],
  ])('%j is refused: %s', (cells, why) => {
    expect(judge(cells)).toMatchObject({ verdict: 'refused', why })
  })

  it('of a dossier without an opinion, or that a line before decided, is refused', () => {
    expect(judge(['JSI-25-1', 'Financé', '1', '', ''], [known({ state: 'complete' })]).why).toBe(
      'not_decidable',
    )
    const row = { line: 2, cells: ['JSI-25-1', 'Financé', '1', '', ''] }
    const [first, second] = judgeDecisions([row, { ...row, line: 3 }], columns, [known({})], readers)
    expect([first!.verdict, second!.why]).toEqual(['write', 'twice'])
  })

  it('that says what is already recorded changes nothing; another amount is a correction, with a reason', () => {
    const decided = known({ state: 'financed', grantedCents: 700_000, decidedOn: '2026-11-20', decisions: 1 })
    expect(judge(['JSI-25-1', 'Financé', '7000', '2026-11-20', ''], [decided]).verdict).toBe('same')
    expect(judge(['JSI-25-1', 'Financé', '6000', '2026-11-20', ''], [decided]).why).toBe('reason_missing')
    expect(judge(['JSI-25-1', 'Financé', '6000', '2026-11-20', 'Erreur'], [decided]).verdict).toBe('write')
  })
})
