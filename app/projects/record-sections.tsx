import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../ui/badge.tsx'
import type { projectRecordView } from './record-view.server.ts'

type View = ReturnType<typeof projectRecordView>

export function Around(props: { title: string; organisations: View['holders']; leads?: boolean }) {
  const { title, organisations, leads = false } = props
  const { t } = useTranslation('projects')
  if (organisations.length === 0) return null
  return (
    <section className="card">
      <h2>{title}</h2>
      <ul className="plain">
        {organisations.map(({ href, name, city, listed }, index) => (
          <li key={href}>
            <Link to={href}>{name}</Link>
            {city ? <span className="muted"> {city}</span> : null}{' '}
            {leads && index === 0 ? <Badge tone="info" label={t('leads')} /> : null}{' '}
            {listed ? null : <span className="small muted">{t('unlisted')}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function PicturesSection({ pictures, mayEdit }: { pictures: View['pictures']; mayEdit: boolean }) {
  const { t } = useTranslation('projects')
  if (pictures.length === 0 && !mayEdit) return null
  return (
    <section className="card stack" id="images">
      <h2>{t('pictures.title')}</h2>
      {pictures.length === 0 ? <p className="muted">{t('pictures.none')}</p> : null}
      <div className="pictures">
        {pictures.map(({ src, alt, credit }) => (
          <figure key={src}>
            <img src={src} alt={alt} loading="lazy" />
            {credit ? <figcaption className="small muted">{t('page.credit', { credit })}</figcaption> : null}
          </figure>
        ))}
      </div>
      {mayEdit ? (
        <p>
          <Link className="btn sm" to="images">
            {t('pictures.manage')}
          </Link>
        </p>
      ) : null}
    </section>
  )
}

/** Organisations of other networks that hold it too, and what their network says. */
export function TiesSection({ ties, mayTie }: { ties: View['ties']; mayTie: boolean }) {
  const { t } = useTranslation('projects')
  if (ties.length === 0 && !mayTie) return null
  return (
    <section className="card stack" id="liens">
      <h2>{t('ties.elsewhere')}</h2>
      {ties.length === 0 ? <p className="muted">{t('ties.elsewhereHelp')}</p> : null}
      <ul className="plain">
        {ties.map((tie) => (
          <li key={tie.id}>
            {tie.organisation}
            <div className="small muted">{tie.network}</div>
            <Badge tone={tie.tone} label={t(`ties.state.${tie.state}`)} />
            {tie.reason ? <div className="small">{t('ties.because', { reason: tie.reason })}</div> : null}
          </li>
        ))}
      </ul>
      {mayTie ? (
        <p>
          <Link className="btn sm" to="liens">
            {t('ties.manage')}
          </Link>
        </p>
      ) : null}
    </section>
  )
}
