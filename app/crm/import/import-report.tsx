import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { StatTile } from '../../ui/stat-tile.tsx'
import type { ImportPage } from './import.tsx'
import { UndoImport } from './import-progress.tsx'
import { OtherNames } from './other-names.tsx'

const TOLD = ['create', 'update', 'same', 'refused', 'like', 'noted'] as const

/** What the file would do, then what it did: a figure a verdict, each opening on its lines. */
export function ImportReport({ page }: { page: ImportPage }) {
  const { t } = useTranslation('crm')
  const { counts, state } = page
  const writes = (counts.create ?? 0) + (counts.update ?? 0)
  const out = (counts.refused ?? 0) + (counts.like ?? 0)
  return (
    <>
      <h2>{t(state === 'checked' ? 'imports.wouldDo' : 'imports.did')}</h2>
      <p role="status" className={state === 'written' ? 'notice ok' : undefined}>
        {t(`imports.told.${state}`, { count: page.rowCount })}
      </p>
      <div className="figs">
        {TOLD.filter((key) => key !== 'noted' || (counts.noted ?? 0) > 0).map((key) => (
          <StatTile
            key={key}
            value={t('imports.number', { value: counts[key] ?? 0 })}
            label={t(`imports.verdict.${key}`)}
            scope={t(`imports.means.${key}`)}
            {...((counts[key] ?? 0) > 0 ? { href: `lignes?resultat=${key}` } : {})}
          />
        ))}
      </div>
      <OtherNames page={page} />
      {page.newTags.count > 0 ? <p className="notice">{t('imports.newTags', page.newTags)}</p> : null}
      {page.pairs > 0 ? (
        <p className="notice">
          {t('imports.pairs', { count: page.pairs })}{' '}
          <Link to={`${page.desk}/doublons`}>{t('imports.seePairs')}</Link>
        </p>
      ) : null}
      {state === 'checked' && (counts.like ?? 0) > 0 ? (
        <p className="notice">
          {t('imports.likeWaiting', { count: counts.like ?? 0 })}{' '}
          <Link to="lignes?resultat=like">{t('imports.likeChoose')}</Link>
        </p>
      ) : null}
      <div className="row">
        {state === 'checked' && writes > 0 ? (
          <Form method="post">
            <button className="btn primary" type="submit" name="intent" value="confirmer">
              {t('imports.confirm', { count: writes })}
            </button>
          </Form>
        ) : null}
        {state === 'checked' ? (
          <Link className="btn" to="colonnes">
            {t('imports.changeColumns')}
          </Link>
        ) : null}
        {out > 0 ? (
          <a className="btn" href={`${page.desk}/imports/${page.id}/refusees`}>
            {t('imports.downloadRefused', { count: out })}
          </a>
        ) : null}
        {page.batchId ? (
          <Link className="btn" to={`${page.desk}/lots/${page.batchId}`}>
            {t('imports.records')}
          </Link>
        ) : null}
        {state === 'written' && writes > 0 ? <UndoImport /> : null}
      </div>
    </>
  )
}
