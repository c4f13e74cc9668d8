import type { DossierFacts } from './dossier-facts.ts'
import type { RuleOf } from './rule.schema.ts'
import { allOf, type Finding, within } from './verdict.ts'

/** Days written YYYY-MM-DD compare as they read. The rule's own days come before the session's. */
export function judgeActionDates(rule: RuleOf<'action_dates'>, facts: DossierFacts): Finding {
  const { startsOn, endsOn, session } = facts
  const [from, to] = [rule.from ?? session.actionsFrom, rule.to ?? session.actionsTo]
  const found = { startsOn, endsOn }
  const wanted = { from, to }
  if (startsOn && endsOn && endsOn < startsOn) return { verdict: 'broken', found, wanted }
  return { verdict: allOf([within(startsOn, from, to), within(endsOn, from, to)]), found, wanted }
}

const DAY = 86_400_000
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY

/** Days of a stay, its first and its last included; null when an end is missing or before the start. */
export function daysOf(startsOn: string | null, endsOn: string | null): number | null {
  if (!startsOn || !endsOn || endsOn < startsOn) return null
  return dayNumber(endsOn) - dayNumber(startsOn) + 1
}

/** Days of action are typed; a stay that is too short to hold them breaks the rule before they are. */
export function judgeActionDays(rule: RuleOf<'action_days'>, facts: DossierFacts): Finding {
  const { min, max } = rule
  const { actionDays: days } = facts
  const stay = daysOf(facts.startsOn, facts.endsOn)
  const tooShort = min !== null && stay !== null && stay < min
  return {
    verdict: tooShort ? 'broken' : within(days, min, max),
    found: { days, stay },
    wanted: { min, max },
  }
}
