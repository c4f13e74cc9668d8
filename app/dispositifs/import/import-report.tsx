import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { StatTile } from '../../ui/stat-tile.tsx'
import type { ImportView } from './import.tsx'

type Page = Pick<ImportView, 'state' | 'counts' | 'gone' | 'here' | 'base' | 'remembered' | 'forgottenOn'>
const KINDS = ['create', 'update', 'kept', 'choose', 'refused', 'same'] as const

/** What the file does, or did, before its lines: figures, dossiers it no longer names, and what comes next. */
export function ImportReport({ page }: { page: Page }) {
  const { t } = useTranslation('dispositifs')
  const { state, counts, gone } = page
  const shows = ['checked', 'written', 'undone'].includes(state)
  const writes = (counts.create ?? 0) + (counts.update ?? 0)
  return (
    <>
      {state === 'written' ? (
        <p className="notice ok" role="status">
          {t('papers.import.written')} <Link to={page.here}>{t('papers.import.toSession')}</Link>
        </p>
      ) : null}
      {state === 'undone' ? (
        <p className="notice" role="status">
          {t('papers.import.undone')}
        </p>
      ) : null}
      {page.forgottenOn ? (
        <p className="notice">{t('papers.import.pastItsDay', { on: page.forgottenOn })}</p>
      ) : null}
      {shows ? (
        <section className="stack" aria-labelledby="figures">
          <h2 id="figures">{t(state === 'checked' ? 'papers.import.willDo' : 'papers.import.did')}</h2>
          {page.remembered && state === 'checked' ? (
            <p className="muted">
              {t('papers.import.remembered')} <Link to="colonnes">{t('papers.import.seeColumns')}</Link>
            </p>
          ) : null}
          <div className="figs">
            {KINDS.filter((kind) => kind === 'create' || kind === 'update' || (counts[kind] ?? 0) > 0).map(
              (kind) => (
                <StatTile
                  key={kind}
                  value={t('form.number', { value: counts[kind] ?? 0 })}
                  label={t(`papers.import.kind.${kind}`)}
                  scope={t(`papers.import.means.${kind}`)}
                  href={`?lignes=${kind}`}
                />
              ),
            )}
          </div>
        </section>
      ) : null}
      {shows && gone.length > 0 ? (
        <details className="card">
          <summary>{t('papers.import.gone', { count: gone.length })}</summary>
          <p className="small muted">{t('papers.import.goneMeans')}</p>
          <ul>
            {gone.map((one) => (
              <li key={one.id}>
                <Link to={`${page.base}/dossiers/${one.id}`}>
                  {t('papers.import.goneLine', {
                    number: one.external,
                    title: one.title || t('untitled'),
                  })}
                </Link>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {!page.forgottenOn && ['checked', 'refused', 'matching', 'written'].includes(state) ? (
        <Form method="post" className="row">
          {state === 'checked' && writes > 0 ? (
            <ConfirmSubmit
              label={t('papers.import.confirm')}
              question={t('papers.import.confirmAsk')}
              consequence={t('papers.import.confirmMeans', {
                create: counts.create ?? 0,
                update: counts.update ?? 0,
              })}
              name="intent"
              value="confirmer"
              main
            />
          ) : null}
          {state === 'checked' ? (
            <Link className="btn" to="colonnes">
              {t('papers.import.seeColumns')}
            </Link>
          ) : null}
          {state === 'written' ? (
            <ConfirmSubmit
              label={t('papers.import.undo')}
              question={t('papers.import.undoAsk')}
              consequence={t('papers.import.undoMeans')}
              name="intent"
              value="defaire"
              danger
            />
          ) : (
            <ConfirmSubmit
              label={t('papers.import.forget')}
              question={t('papers.import.forgetAsk')}
              consequence={t('papers.import.forgetMeans')}
              name="intent"
              value="oublier"
            />
          )}
        </Form>
      ) : null}
      {state === 'checked' && writes === 0 ? <p className="notice">{t('papers.import.nothingNew')}</p> : null}
    </>
  )
}
