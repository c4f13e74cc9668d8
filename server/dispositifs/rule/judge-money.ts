import { basisPoints } from '../budget/budget.ts'
import type { DossierFacts } from './dossier-facts.ts'
import type { RuleOf } from './rule.schema.ts'
import { type Finding, within } from './verdict.ts'

/** Compared without rounding: 70 % exactly is met, a cent more is not. */
export function judgeBudgetShare(rule: RuleOf<'budget_share'>, facts: DossierFacts): Finding {
  const { requestedCents, baseCents } = facts
  const { maxBasisPoints } = rule
  const share = requestedCents === null || baseCents === null ? null : basisPoints(requestedCents, baseCents)
  return {
    verdict: within(share, null, maxBasisPoints),
    found: { basisPoints: share, requestedCents, baseCents },
    wanted: { maxBasisPoints },
  }
}

/** Where the seat decides and is not known, only an amount on the same side of both ceilings is judged. */
export function judgeAmountCeiling(rule: RuleOf<'amount_ceiling'>, facts: DossierFacts): Finding {
  const { maxCents, elsewhere } = rule
  const { requestedCents, department } = facts
  const verdictAt = (ceiling: number) => within(requestedCents, null, ceiling)
  const found = { requestedCents, department }
  if (elsewhere && department === null) {
    const verdicts = [verdictAt(maxCents), verdictAt(elsewhere.maxCents)]
    const verdict = verdicts[0] === verdicts[1] ? verdicts[0]! : 'unknown'
    return { verdict, found, wanted: { maxCents, elsewhereMaxCents: elsewhere.maxCents } }
  }
  const ceiling = elsewhere?.departments.includes(department!) ? elsewhere.maxCents : maxCents
  return { verdict: verdictAt(ceiling), found, wanted: { maxCents: ceiling } }
}
