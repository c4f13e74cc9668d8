import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { QuickAct } from './quick-act.tsx'
import { SupportDone } from './support-done.tsx'
import type { shownSupport } from './support-view.server.ts'

/** On a record: one line to note a support, what was promised, how much was done and the last times. */
export function SupportSection({ support }: { support: ReturnType<typeof shownSupport> }) {
  const { t } = useTranslation('support')
  if (!support) return null
  const { base, organisationId, acts, total, last, awaited, mayWrite } = support
  return (
    <section className="card stack" id="appuis" aria-labelledby="appuis-titre">
      <h2 id="appuis-titre">{t('title')}</h2>
      <SupportDone base={base} structure={organisationId} />
      {mayWrite ? <QuickAct base={base} structure={organisationId} /> : null}
      {awaited.length > 0 ? (
        <ul className="stack" aria-label={t('awaited')}>
          {awaited.map(({ id, step, on }) => (
            <li key={id}>
              <Link to={`${base}/${id}`}>{step}</Link> {on ? <span className="small muted">{on}</span> : null}
            </li>
          ))}
        </ul>
      ) : null}
      {acts === 0 ? (
        <p className="muted">{t('noneYet')}</p>
      ) : (
        <>
          <ul className="stack">
            {last.map(({ id, on, what, by }) => (
              <li key={id}>
                <Link to={`${base}/${id}`}>{what}</Link>
                <div className="small muted">{[on, by].join(' — ')}</div>
              </li>
            ))}
          </ul>
          <Link to={`${base}?structure=${organisationId}`}>{t('allOf', { count: acts, time: total })}</Link>
        </>
      )}
    </section>
  )
}
