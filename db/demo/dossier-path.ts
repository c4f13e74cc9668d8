import type { DossierState } from '#server/dispositifs/lifecycle/lifecycle.ts'
import type { Random } from './random.ts'
import { REASONS } from './words/dispositif-answers.ts'

export type Step = { to: DossierState; at: string; reason: string }
export type Days = { opens: string; closes: string; jury: string; decided: string }

const DAY = 86_400_000
export const dayAfter = (day: string, count: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10)
export const daysBetween = (from: string, to: string) =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY)

const AFTER = ['financed', 'advance_paid', 'done', 'report_received', 'settled']

/** From the first state to where the file ends, each move on its day; what is still to come is left out. */
export function pathTo(
  end: DossierState,
  file: { days: Days; endsOn: string; deposited: boolean; advance: boolean },
  random: Random,
  today: string,
): Step[] {
  const { days, endsOn } = file
  const last = today < days.closes ? dayAfter(today, -8) : dayAfter(days.closes, -1)
  const sent = dayAfter(days.opens, random.between(1, Math.max(1, daysBetween(days.opens, last))))
  const at: Partial<Record<DossierState, string>> = {
    ...{
      draft: dayAfter(sent, -1),
      awaiting_sponsor: sent,
      submitted: sent,
      to_correct: dayAfter(sent, 4),
      withdrawn: dayAfter(sent, 5),
    },
    ...{ complete: dayAfter(sent, 3), ineligible: dayAfter(sent, 6), eligible: dayAfter(days.closes, 6) },
    ...{
      instructed: dayAfter(days.jury, -4),
      opined: days.jury,
      financed: days.decided,
      refused: days.decided,
    },
    ...{ advance_paid: dayAfter(days.decided, 20), done: dayAfter(endsOn, 4) },
    ...{ report_received: dayAfter(endsOn, 40), settled: dayAfter(endsOn, 75) },
  }
  const steps = statesTo(end, file).map((to, nth) => ({
    to,
    at: `${at[to]}T${String(8 + nth).padStart(2, '0')}:${random.between(10, 59)}:00Z`,
    reason: reasonOf(to, end, random),
  }))
  return steps.filter((step) => step.at.slice(0, 10) <= today)
}

function statesTo(
  end: DossierState,
  { deposited, advance }: { deposited: boolean; advance: boolean },
): DossierState[] {
  if (end === 'awaiting_sponsor') return ['draft', end]
  const begun: DossierState[] = deposited && end !== 'draft' ? ['submitted'] : ['draft', 'submitted']
  if (end === 'draft') return begun.slice(0, 1)
  if (end === 'submitted') return begun
  if (end === 'to_correct') return [...begun, end]
  const checked: DossierState[] = [...begun, 'complete']
  if (end === 'complete') return checked
  if (end === 'ineligible' || end === 'withdrawn') return [...checked, end]
  const judged: DossierState[] = [...checked, 'eligible', 'instructed', 'opined']
  if (end === 'refused') return [...judged, end]
  const after = AFTER.filter((state) => advance || state !== 'advance_paid') as DossierState[]
  return [...judged, ...after.slice(0, after.indexOf(end) + 1)]
}

function reasonOf(to: DossierState, end: DossierState, random: Random) {
  if (to === 'opined') return random.pick(REASONS[end === 'refused' ? 'unfavourable' : 'favourable']!)
  return REASONS[to] ? random.pick(REASONS[to]) : ''
}
