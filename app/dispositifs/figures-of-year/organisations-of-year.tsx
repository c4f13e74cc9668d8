import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { YearView } from './year-view.server.ts'

/** Through the incubator and the preliminary studies: each organisation once, those of both named. */
export function OrganisationsOfYear({ page }: { page: YearView }) {
  const { t } = useTranslation('dispositifs')
  const { organisations, both, projects, incubated, studied } = page
  if (organisations.length === 0) return null
  return (
    <section className="stack" aria-labelledby="bilan-structures">
      <h2 id="bilan-structures">{t('figures.accompanied')}</h2>
      <ul>
        <li>
          {t('figures.incubator', {
            projects: t('figures.projects', { count: projects.incubated }),
            count: incubated,
          })}
        </li>
        <li>
          {t('figures.studies', {
            projects: t('figures.studyCount', { count: projects.studied }),
            count: studied,
          })}
        </li>
        <li>
          {t('figures.both', { count: both.length })}
          {both.map(({ id, name, href }, at) => (
            <span key={id}>
              {at === 0 ? ' ' : ', '}
              <Link to={href}>{name}</Link>
            </span>
          ))}
        </li>
        <li>
          <strong>{t('figures.distinct', { count: organisations.length })}</strong>
        </li>
      </ul>
      <details>
        <summary>{t('figures.whichOnes')}</summary>
        <ul>
          {organisations.map(({ id, name, href }) => (
            <li key={id}>
              <Link to={href}>{name}</Link>
            </li>
          ))}
        </ul>
      </details>
      <p className="small muted">{t('figures.definition.accompanied')}</p>
    </section>
  )
}
