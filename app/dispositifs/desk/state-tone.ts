import type { DossierState } from '#server/dispositifs/lifecycle/lifecycle.ts'
import type { Tone } from '../../ui/badge.tsx'

const TONES: Partial<Record<DossierState, Tone>> = {
  draft: 'neutral',
  awaiting_sponsor: 'wait',
  submitted: 'info',
  to_correct: 'wait',
  ineligible: 'bad',
  refused: 'bad',
  adjourned: 'wait',
  financed: 'ok',
  advance_paid: 'ok',
  done: 'ok',
  report_received: 'ok',
  settled: 'ok',
  withdrawn: 'neutral',
  renounced: 'neutral',
  merged: 'neutral',
}

export const toneOf = (state: DossierState): Tone => TONES[state] ?? 'info'
