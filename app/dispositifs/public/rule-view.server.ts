import type { Rule } from '#server/dispositifs/rule/rule.schema.ts'
import { i18nFor } from '../../i18n.server.ts'
import type { Locale } from '../../i18n.ts'
import { type CallDays, countriesNamed, ruleWords } from '../rule-words.ts'

export type SourceView = { text: string; url: string | null } | null
export type RuleView = ReturnType<typeof ruleView>

/** Rules as people read them; the source they all come from, where there is one, is told once. */
export function ruleViews(rules: readonly Rule[], locale: Locale, call?: CallDays) {
  const sources = new Set(rules.map(({ source }) => JSON.stringify([source.text, source.url])))
  const common = rules.length > 1 && sources.size === 1
  return {
    source: common ? sourceView(rules[0]!, locale) : null,
    rules: rules.map((rule) => ruleView(rule, locale, call, common)),
  }
}

/** What it asks, why, and who says so. */
function ruleView(rule: Rule, locale: Locale, call: CallDays | undefined, common: boolean) {
  const { t } = i18nFor(locale)
  return {
    key: rule.key,
    sentence: ruleWords(rule, t, locale, call),
    why: rule.why[locale],
    source: common ? null : sourceView(rule, locale),
    advised: rule.blocking ? null : t('dispositifs:public.advised'),
    countries: countriesNamed(rule, locale).join(', '),
  }
}

function sourceView({ source }: Rule, locale: Locale): SourceView {
  const text = i18nFor(locale).t('dispositifs:public.source', { source: source.text })
  return { text, url: source.url ?? null }
}
