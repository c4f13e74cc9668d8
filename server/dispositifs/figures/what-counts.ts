import type { DossierState } from '../lifecycle/lifecycle.ts'

/** A decision in favour that stands: who renounced is no longer among them. */
export const FINANCED = [
  'financed',
  'advance_paid',
  'done',
  'report_received',
  'settled',
] as const satisfies readonly DossierState[]

/** A dossier that was once in one of these was instructed, wherever it stands now. */
export const INSTRUCTED = [
  'instructed',
  'opined',
  ...FINANCED,
  'refused',
  'adjourned',
  'renounced',
] as const satisfies readonly DossierState[]

/** An organisation accompanied through both is one organisation. */
export const ACCOMPANIED = ['incubator', 'preliminary_study'] as const
