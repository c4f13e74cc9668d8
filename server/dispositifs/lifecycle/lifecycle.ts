/** Where a dossier stands. What is awaited of whom, and every move, is in `MOVES` below and nowhere else. */
export const STATES = [
  'draft',
  'awaiting_sponsor',
  'submitted',
  'to_correct',
  'complete',
  'eligible',
  'ineligible',
  'instructed',
  'opined',
  'financed',
  'refused',
  'adjourned',
  'advance_paid',
  'done',
  'report_received',
  'settled',
  'withdrawn',
  'renounced',
  'merged',
] as const
export type DossierState = (typeof STATES)[number]

export const isState = (typed: unknown): typed is DossierState => STATES.some((state) => state === typed)

/** Written on the platform here, or already deposited elsewhere when it comes in. */
export const FIRST_STATES = ['draft', 'submitted'] as const satisfies readonly DossierState[]

/** Steps a session has or has not. */
export const STEPS = ['sponsor', 'instruction', 'national', 'advance'] as const
export type Step = (typeof STEPS)[number]
export type Steps = Record<Step, boolean>

export type Mover = 'holder' | 'sponsor' | 'staff' | 'sitting' | 'system'

export interface Move {
  from: DossierState
  to: DossierState
  by: readonly Mover[]
  /** Only in sessions that have this step. */
  needs?: Step
  /** Only in sessions that do not. */
  without?: Step
  /** Somebody will ask why: the move is refused without words. */
  reason: boolean
}

type Options = Pick<Move, 'needs' | 'without'> & { why?: true }

const move = (from: DossierState, to: DossierState, by: string, { why, ...steps }: Options = {}): Move => ({
  ...{ from, to, by: by.split(' ') as Mover[], ...steps },
  reason: why === true,
})

/** No two lines have the same two ends. A line « back » mends a mistake or opens an appeal. */
export const MOVES: readonly Move[] = [
  // Deposit
  move('draft', 'submitted', 'holder staff system', { without: 'sponsor' }),
  move('draft', 'awaiting_sponsor', 'holder staff', { needs: 'sponsor' }),
  move('awaiting_sponsor', 'submitted', 'sponsor', { needs: 'sponsor' }),
  move('awaiting_sponsor', 'draft', 'holder sponsor staff', { needs: 'sponsor', why: true }),
  // Completeness
  move('submitted', 'to_correct', 'staff', { why: true }),
  move('to_correct', 'submitted', 'holder staff'),
  move('submitted', 'complete', 'staff'),
  move('complete', 'to_correct', 'staff', { why: true }),
  move('complete', 'submitted', 'staff', { why: true }), // back
  // Eligibility
  move('complete', 'eligible', 'staff'),
  move('complete', 'ineligible', 'staff', { why: true }),
  move('eligible', 'complete', 'staff', { why: true }), // back
  move('ineligible', 'complete', 'staff', { why: true }), // back
  // Instruction and the region's opinion
  move('eligible', 'instructed', 'staff system', { needs: 'instruction' }),
  move('instructed', 'eligible', 'staff', { needs: 'instruction', why: true }), // back
  move('instructed', 'opined', 'sitting staff', { needs: 'instruction' }),
  move('opined', 'instructed', 'staff', { needs: 'instruction', why: true }), // back
  move('eligible', 'opined', 'sitting staff', { without: 'instruction' }),
  move('opined', 'eligible', 'staff', { without: 'instruction', why: true }), // back
  // Decision: the national committee's, recorded by staff; without it the region's opinion decides
  move('opined', 'financed', 'staff sitting'),
  move('opined', 'refused', 'staff sitting', { why: true }),
  move('opined', 'adjourned', 'staff sitting', { why: true }),
  move('adjourned', 'instructed', 'staff', { needs: 'instruction' }),
  move('adjourned', 'eligible', 'staff', { without: 'instruction' }),
  move('adjourned', 'opined', 'staff', { why: true }), // back
  move('financed', 'opined', 'staff', { why: true }), // back
  move('refused', 'opined', 'staff', { why: true }), // back
  // Afterwards
  move('financed', 'advance_paid', 'staff', { needs: 'advance' }),
  move('advance_paid', 'financed', 'staff', { needs: 'advance', why: true }), // back
  move('advance_paid', 'done', 'holder staff', { needs: 'advance' }),
  move('done', 'advance_paid', 'staff', { needs: 'advance', why: true }), // back
  move('financed', 'done', 'holder staff', { without: 'advance' }),
  move('done', 'financed', 'staff', { without: 'advance', why: true }), // back
  move('done', 'report_received', 'holder staff'),
  move('report_received', 'done', 'staff', { why: true }), // back
  move('report_received', 'settled', 'staff'),
  move('settled', 'report_received', 'staff', { why: true }), // back
  // Ends that are the holder's: before the decision, then after the money
  ...(
    ['draft', 'awaiting_sponsor', 'submitted', 'to_correct', 'complete', 'eligible', 'instructed'] as const
  ).map((from) => move(from, 'withdrawn', 'holder staff')),
  ...(['opined', 'adjourned'] as const).map((from) => move(from, 'withdrawn', 'holder staff')),
  move('withdrawn', 'draft', 'staff', { why: true }), // back
  move('financed', 'renounced', 'holder staff', { why: true }),
  move('advance_paid', 'renounced', 'holder staff', { needs: 'advance', why: true }),
  move('renounced', 'financed', 'staff', { why: true }), // back
  // The same project deposited twice
  ...(['draft', 'awaiting_sponsor', 'submitted', 'to_correct', 'complete', 'eligible'] as const).map((from) =>
    move(from, 'merged', 'staff', { why: true }),
  ),
]

const byEnds = new Map(MOVES.map((one) => [`${one.from} ${one.to}`, one]))

export const moveBetween = (from: DossierState, to: DossierState): Move | undefined =>
  byEnds.get(`${from} ${to}`)

const isOpen = ({ needs, without }: Move, steps: Steps) =>
  (!needs || steps[needs]) && (!without || !steps[without])

export function mayMove(from: DossierState, to: DossierState, steps: Steps): boolean {
  const found = moveBetween(from, to)
  return found !== undefined && isOpen(found, steps)
}

/** In the order of the table; narrowed to what one kind of person may do when it is given. */
export const nextStates = (from: DossierState, steps: Steps, by?: Mover): DossierState[] =>
  MOVES.filter((one) => one.from === from && isOpen(one, steps) && (!by || one.by.includes(by))).map(
    ({ to }) => to,
  )

/** The holder writes in it; everywhere else it reads. */
export const isHolders = (state: DossierState): boolean => state === 'draft' || state === 'to_correct'

/** What these ask for is not asked, or not any more: sums of requests leave them out. */
export const NOT_ASKING: readonly DossierState[] = ['draft', 'merged', 'withdrawn']

/** Nothing is awaited of anybody any more. */
export const OVER = ['ineligible', 'refused', 'settled', 'withdrawn', 'renounced', 'merged'] as const
export const isOver = (state: DossierState): boolean => (OVER as readonly string[]).includes(state)

/** The funder said yes or no: what was decided on is not rewritten in passing. */
const DECIDED = [
  'financed',
  'refused',
  'advance_paid',
  'done',
  'report_received',
  'settled',
  'renounced',
] as const satisfies readonly DossierState[]
export const isDecided = (state: string): boolean => (DECIDED as readonly string[]).includes(state)
