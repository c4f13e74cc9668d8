import { useTranslation } from 'react-i18next'

export type Decided = {
  state: string
  decider: string | null
  decidedOn: string | null
  reason: string | null
}

/** What the team answered to a proposal, and why. */
export function ProposalDecided({ proposal }: { proposal: Decided }) {
  const { t } = useTranslation('space')
  const { state, decider, decidedOn, reason } = proposal
  if (state === 'submitted') return null
  return (
    <section className="card stack" aria-labelledby="reponse">
      <h2 id="reponse">{t(state === 'published' ? 'wasPublished' : 'wasRefused')}</h2>
      <p className="muted">
        {decider
          ? t('proposals.decidedBy', { name: decider, date: decidedOn })
          : t('proposals.decidedAlone', { date: decidedOn })}
      </p>
      {reason ? <blockquote>{reason}</blockquote> : null}
    </section>
  )
}
