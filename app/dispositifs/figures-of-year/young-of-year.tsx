import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { YearView } from './year-view.server.ts'

/** Who took part in what was financed; a total that its parts contradict is told, and left as it is. */
export function YoungOfYear({ young }: { young: YearView['young'] }) {
  const { t } = useTranslation('dispositifs')
  return (
    <section className="stack" aria-labelledby="bilan-jeunes">
      <h2 id="bilan-jeunes">{t('figures.young')}</h2>
      <p className="small muted">{t('figures.definition.young')}</p>
      {young.length === 0 ? <p>{t('figures.noYoung')}</p> : null}
      {young.map(({ id, code, told, of, groups, disagreeing }) => (
        <section key={id} className="stack" aria-labelledby={`jeunes-${id}`}>
          <h3 id={`jeunes-${id}`}>{t('figures.youngOf', { code, told, of })}</h3>
          <ul>
            {groups.map(({ origin, typed, parts }) => (
              <li key={origin}>
                {t(`figures.origin.${origin}`)} : <strong className="num">{typed}</strong>{' '}
                <span className="muted">({parts})</span>
              </li>
            ))}
          </ul>
          {groups.some(({ gap }) => gap) || disagreeing.length > 0 ? (
            <div className="notice bad">
              <p>
                <strong>{t('figures.anomaly')}</strong>{' '}
                {groups
                  .flatMap(({ origin, gap }) => (gap ? [`${t(`figures.origin.${origin}`)} : ${gap}.`] : []))
                  .join(' ')}
              </p>
              <ul>
                {disagreeing.map(({ id: dossier, title, href, gaps }) => (
                  <li key={dossier}>
                    <Link to={href}>{title}</Link> – {gaps.join(' ; ')}
                  </li>
                ))}
              </ul>
              <p className="small">{t('figures.anomalyHow')}</p>
            </div>
          ) : null}
        </section>
      ))}
    </section>
  )
}
