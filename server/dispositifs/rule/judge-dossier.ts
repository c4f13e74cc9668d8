import type { DossierFacts } from './dossier-facts.ts'
import { judgeAmountCeiling, judgeBudgetShare } from './judge-money.ts'
import { judgeActionDates, judgeActionDays } from './judge-time.ts'
import {
  judgeCountries,
  judgeDocuments,
  judgeFiles,
  judgeHolder,
  judgeSponsor,
} from './judge-who-and-where.ts'
import type { Rule, RuleKind, RuleOf } from './rule.schema.ts'
import { allOf, type Finding, within } from './verdict.ts'

export type { Verdict } from './verdict.ts'

/** Found and wanted are data: the page makes the sentence, in the reader's language. */
export interface Judgement extends Finding {
  key: string
  kind: RuleKind
  blocking: boolean
  source: Rule['source']
  why: Rule['why']
}

type Judges = { [Kind in RuleKind]: (rule: RuleOf<Kind>, facts: DossierFacts) => Finding }

const JUDGES: Judges = {
  ages: ({ min, max }, { youngest, oldest }) => {
    const verdict = allOf([within(youngest, min, max), within(oldest, min, max)])
    return { verdict, found: { youngest, oldest }, wanted: { min, max } }
  },
  head_count: ({ of, min, max }, { people: { french, foreign } }) => {
    const all = french === null || foreign === null ? null : french + foreign
    const found = { french, foreign, all }[of]
    return { verdict: within(found, min, max), found: { people: found }, wanted: { of, min, max } }
  },
  budget_share: judgeBudgetShare,
  amount_ceiling: judgeAmountCeiling,
  action_dates: judgeActionDates,
  action_days: judgeActionDays,
  files_per_holder: judgeFiles,
  sponsor_accredited: judgeSponsor,
  documents: judgeDocuments,
  countries: judgeCountries,
  holder_kinds: judgeHolder,
}

const findingOf = <Kind extends RuleKind>(rule: RuleOf<Kind>, facts: DossierFacts): Finding =>
  (JUDGES[rule.kind as Kind] as (rule: RuleOf<Kind>, facts: DossierFacts) => Finding)(rule, facts)

export const judgeDossier = (rules: readonly Rule[], facts: DossierFacts): Judgement[] =>
  rules.map((rule) => ({
    ...{ key: rule.key, kind: rule.kind, blocking: rule.blocking, source: rule.source, why: rule.why },
    ...findingOf(rule, facts),
  }))

/** Blocking rules that are broken and that nobody waived: keys. */
export const hinders = (judgements: readonly Judgement[], waived: readonly string[] = []): string[] =>
  judgements
    .filter(({ blocking, verdict, key }) => blocking && verdict === 'broken' && !waived.includes(key))
    .map(({ key }) => key)
