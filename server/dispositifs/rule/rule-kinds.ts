import type { RuleKind } from './rule.schema.ts'

/** In the order in which they are offered. */
export const RULE_KINDS = [
  'ages',
  'head_count',
  'budget_share',
  'amount_ceiling',
  'action_dates',
  'action_days',
  'files_per_holder',
  'sponsor_accredited',
  'documents',
  'countries',
  'holder_kinds',
] as const satisfies readonly RuleKind[]
