import { useTranslation } from 'react-i18next'

export type Fact = { key: string; value: string }

/** What it is, where, what it does: what the form holds and is not empty. */
export function KeyFacts({ facts, own }: { facts: Fact[]; own: { label: string; value: string }[] }) {
  const { t } = useTranslation('crm')
  return (
    <section className="card" id="identite">
      <h2>{t('section.identity')}</h2>
      <dl className="facts">
        {facts.map((fact) => (
          <div key={fact.key}>
            <dt>{t(`field.${fact.key}`)}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
        {own.map(({ label, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
