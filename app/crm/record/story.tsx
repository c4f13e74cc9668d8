import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Pagination } from '../../ui/pagination.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import type { ShownStory } from './story-view.server.ts'

/** What happened to the organisation, told by every capability: the latest first, year by year. */
export function StorySection({ story }: { story: ShownStory }) {
  const { t } = useTranslation('crm')
  const { years, counts, only, page, pages } = story
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const choices = [{ name: null, count: total }, ...counts]
  return (
    <section className="card stack" id="histoire" aria-labelledby="histoire-titre">
      <h2 id="histoire-titre">{t('story')}</h2>
      {counts.length > 1 ? (
        <nav className="chips" aria-label={t('storyOnly')}>
          {choices.map(({ name, count }) => (
            <Link
              key={name ?? ''}
              className={name === only ? 'tag member' : 'tag'}
              aria-current={name === only ? 'true' : undefined}
              to={name ? `?histoire=${name}#histoire` : '?#histoire'}
              preventScrollReset
            >
              {name ? t(`timelineOf.${name}`) : t('storyAll')} <span className="num">{count}</span>
            </Link>
          ))}
        </nav>
      ) : null}
      {years.length === 0 ? <p className="muted">{t(total === 0 ? 'noStory' : 'noMoreStory')}</p> : null}
      {years.map(({ year, moments }) => (
        <section key={year} className="stack" aria-labelledby={`annee-${year}`}>
          <h3 id={`annee-${year}`} className="num">
            {year}
          </h3>
          <Timeline label={t('storyOf', { year })} moments={moments} />
        </section>
      ))}
      {pages > 1 ? <Pagination page={page} pages={pages} /> : null}
    </section>
  )
}
