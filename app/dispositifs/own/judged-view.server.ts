import { countryName } from '#packages/referentials/countries.ts'
import type { OwnDossierPage } from '#server/dispositifs/fill/get-own-dossier.server.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { i18nFor } from '../../i18n.server.ts'
import { foundWords } from '../found-words.ts'
import { ruleWords } from '../rule-words.ts'

type Ruled = Pick<OwnDossierPage, 'rules' | 'judgements' | 'waived' | 'session'>

/** What each rule of the call says of the dossier, in words; those that are not kept first. */
export function judgedView(ctx: NetworkContext, { rules, judgements, waived, session }: Ruled) {
  const { locale } = ctx
  const { t } = i18nFor(locale)
  const order = ['broken', 'unknown', 'met']
  return judgements
    .map((one, nth) => {
      const rule = rules[nth]!
      const documents =
        rule.kind === 'documents'
          ? Object.fromEntries(rule.documents.map(({ key, label }) => [key, label[locale]]))
          : {}
      const refused = Array.isArray(one.found.refused) ? (one.found.refused as string[]) : []
      const countries = Object.fromEntries(refused.map((code) => [code, countryName(code, locale)]))
      return {
        ...{ key: one.key, blocking: one.blocking, why: one.why[locale], source: one.source.text },
        verdict: waived.includes(one.key) ? ('waived' as const) : one.verdict,
        says: ruleWords(rule, t, locale, session),
        found: foundWords(one, t, locale, { documents, countries }),
      }
    })
    .sort((a, b) => order.indexOf(a.verdict) - order.indexOf(b.verdict))
}
export type JudgedLine = ReturnType<typeof judgedView>[number]
