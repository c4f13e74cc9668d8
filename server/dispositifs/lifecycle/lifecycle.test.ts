import { describe, expect, it } from 'vitest'
import {
  type DossierState,
  isHolders,
  isOver,
  MOVES,
  mayMove,
  moveBetween,
  nextStates,
  STATES,
  STEPS,
  type Steps,
} from './lifecycle.ts'

const ISI: Steps = { sponsor: false, national: true, advance: false, instruction: true }
const JSI: Steps = { sponsor: true, national: true, advance: true, instruction: true }
const SIMPLE: Steps = { sponsor: false, national: false, advance: false, instruction: false }

/** Every way to have or not to have the optional steps. */
const everySteps = STEPS.reduce<Steps[]>(
  (all, step) => all.flatMap((steps) => [steps, { ...steps, [step]: true }]),
  [SIMPLE],
)

const walks = (path: string, steps: Steps) =>
  path
    .split(' ')
    .every((to, at, all) => at === 0 || mayMove(all[at - 1] as DossierState, to as DossierState, steps))

function reachedFrom(start: DossierState, steps: Steps) {
  const reached = new Set<DossierState>([start])
  for (const state of reached) for (const next of nextStates(state, steps)) reached.add(next)
  return reached
}

describe('The life of a dossier', () => {
  it('goes from the draft to the balance through every step that a session asks for', () => {
    const afterDeposit = 'submitted complete eligible instructed opined financed'
    expect(walks(`draft ${afterDeposit} done report_received settled`, ISI)).toBe(true)
    expect(
      walks(`draft awaiting_sponsor ${afterDeposit} advance_paid done report_received settled`, JSI),
    ).toBe(true)
    expect(
      walks('draft submitted complete eligible opined financed done report_received settled', SIMPLE),
    ).toBe(true)
  })

  it('jumps no step of its session', () => {
    expect(mayMove('draft', 'submitted', JSI)).toBe(false)
    expect(mayMove('draft', 'awaiting_sponsor', ISI)).toBe(false)
    expect(mayMove('eligible', 'opined', ISI)).toBe(false)
    expect(mayMove('financed', 'done', JSI)).toBe(false)
    expect(mayMove('submitted', 'financed', ISI)).toBe(false)
    expect(mayMove('ineligible', 'opined', ISI)).toBe(false)
  })

  it('is validated by the sponsor alone, where there is one', () => {
    expect(moveBetween('awaiting_sponsor', 'submitted')?.by).toEqual(['sponsor'])
    expect(nextStates('awaiting_sponsor', JSI, 'holder')).toEqual(['draft', 'withdrawn'])
  })

  it('comes back from its holder once corrected', () => {
    expect(walks('submitted to_correct submitted complete', ISI)).toBe(true)
    expect(isHolders('to_correct')).toBe(true)
    expect(isHolders('submitted')).toBe(false)
  })

  it('comes to a later sitting once adjourned', () => {
    expect(walks('opined adjourned instructed opined financed', ISI)).toBe(true)
    expect(walks('opined adjourned eligible opined refused', SIMPLE)).toBe(true)
  })

  it('goes back one step when a mistake is mended or an appeal heard, with a reason', () => {
    for (const [from, to] of [
      ['ineligible', 'complete'],
      ['refused', 'opined'],
      ['financed', 'opined'],
      ['settled', 'report_received'],
    ] as const) {
      expect(moveBetween(from, to)).toMatchObject({ by: ['staff'], reason: true })
      expect(mayMove(from, to, JSI)).toBe(true)
    }
  })

  it('asks for words wherever somebody is told no', () => {
    const unsaid = MOVES.filter(
      ({ to, reason }) =>
        ['to_correct', 'ineligible', 'refused', 'adjourned', 'renounced', 'merged'].includes(to) && !reason,
    )
    expect(unsaid).toEqual([])
  })

  it('is withdrawn before the decision and renounced after it, never the other way round', () => {
    expect(mayMove('instructed', 'withdrawn', JSI)).toBe(true)
    expect(mayMove('financed', 'withdrawn', JSI)).toBe(false)
    expect(mayMove('instructed', 'renounced', JSI)).toBe(false)
    expect(mayMove('advance_paid', 'renounced', JSI)).toBe(true)
  })

  it('is told by one line for two states, and never moves to where it is', () => {
    const ends = MOVES.map(({ from, to }) => `${from} ${to}`)
    expect(new Set(ends).size).toBe(ends.length)
    expect(MOVES.filter(({ from, to }) => from === to)).toEqual([])
  })

  it.each(everySteps)('reaches its end, and is never stuck, with %o', (steps) => {
    const reached = reachedFrom('draft', steps)
    for (const end of ['settled', 'refused', 'ineligible', 'withdrawn', 'merged'] as const)
      expect(reached).toContain(end)
    const stuck = [...reached].filter((state) => !isOver(state) && nextStates(state, steps).length === 0)
    expect(stuck).toEqual([])
    for (const state of reached) if (state !== 'merged') expect(nextStates(state, steps)).not.toEqual([])
  })

  it('knows no state that no session reaches', () => {
    const reached = new Set(everySteps.flatMap((steps) => [...reachedFrom('draft', steps)]))
    expect([...reached].sort()).toEqual([...STATES].sort())
  })
})
