import { useTranslation } from 'react-i18next'

export type AnsweredProposal = {
  id: string
  published: boolean
  /** What it was about, or who asked and when. */
  heading: string
  detail: string
  reason: string | null
}

/** What the team answered to who represents an organisation. */
export function AnsweredProposals({ answered, card }: { answered: AnsweredProposal[]; card?: boolean }) {
  const { t } = useTranslation('space')
  if (answered.length === 0) return null
  return (
    <section className={card ? 'card stack' : 'stack'} aria-labelledby="reponses">
      <h2 id="reponses">{t('answered')}</h2>
      <ul className="todo">
        {answered.map((one) => (
          <li key={one.id}>
            <div className="grow">
              <p>
                <span className={one.published ? 'tag ok' : 'tag'}>
                  {t(one.published ? 'wasPublished' : 'wasRefused')}
                </span>{' '}
                {one.heading}
              </p>
              <p className="small muted">{one.detail}</p>
              {one.reason ? <blockquote>{one.reason}</blockquote> : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
