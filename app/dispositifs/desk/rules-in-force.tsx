import { useTranslation } from 'react-i18next'
import { OnlySource, onlySource, RuleSource } from './rule-source.tsx'

type Rule = { key: string; says: string; why: string; source: string; url: string | null; blocking: boolean }

/** The rules of a dispositif in plain words, each with its reason. */
export function RulesInForce({ rules }: { rules: Rule[] }) {
  const { t } = useTranslation('dispositifs')
  const only = onlySource(rules)
  return (
    <section className="card stack" aria-labelledby="regles">
      <h2 id="regles">{t('rules.title')}</h2>
      {rules.length === 0 ? <p className="muted">{t('rules.none')}</p> : null}
      <ul>
        {rules.map(({ key, says, why, blocking, ...source }) => (
          <li key={key}>
            <strong>{says}</strong> {why}{' '}
            <span className="muted small">
              {only ? null : <RuleSource source={source.source} url={source.url} />}
              {blocking ? null : ` · ${t('rules.advice')}`}
            </span>
          </li>
        ))}
      </ul>
      <OnlySource of={only} />
    </section>
  )
}
