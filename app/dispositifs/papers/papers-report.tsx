import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Received } from '#server/dispositifs/papers/receive-papers.server.ts'
import { useSaid } from '../form/filling.ts'

/** What became of each file that was sent. */
export function PapersReport({ received, base }: { received: Received; base: string }) {
  const { t } = useTranslation('dispositifs')
  const said = useSaid()
  const { kept, known, unmatched, refused } = received
  const names = (all: string[]) => (
    <ul>
      {all.map((name) => (
        <li key={name}>{name}</li>
      ))}
    </ul>
  )
  return (
    <section className="card stack" aria-labelledby="recu">
      <h2 id="recu">{t('papers.files.report')}</h2>
      <p role="status">{t('papers.files.kept', { count: kept.length })}</p>
      <ul>
        {kept.map(({ name, dossierId, number, answers }) => (
          <li key={`${dossierId} ${name}`}>
            <Link to={`${base}/dossiers/${dossierId}/pieces`}>
              {t(answers ? 'papers.files.keptAs' : 'papers.files.keptBeside', {
                ...{ name, number: number || '–', label: answers ? said(answers) : '' },
              })}
            </Link>
          </li>
        ))}
      </ul>
      {unmatched.length > 0 ? (
        <div className="notice bad">
          <p>{t('papers.files.unmatched', { count: unmatched.length })}</p>
          {names(unmatched)}
        </div>
      ) : null}
      {refused.length > 0 ? (
        <div className="notice bad">
          <p>{t('papers.files.refused', { count: refused.length })}</p>
          <ul>
            {refused.map(({ name, why }) => (
              <li key={name}>
                {t('form.faultAt', {
                  field: name,
                  fault: t(why === 'type' ? 'papers.files.notPdf' : `kernel:files.refused.${why}`),
                })}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {known.length > 0 ? <p className="muted">{t('papers.files.known', { count: known.length })}</p> : null}
    </section>
  )
}
