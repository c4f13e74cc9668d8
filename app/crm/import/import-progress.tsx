import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ConfirmSubmit } from '../../ui/confirm-submit.tsx'
import { LongWork } from '../../ui/long-work.tsx'
import type { ImportPage } from './import.tsx'

/** Work under way, or stopped: how far it is, and what may be done about it. */
export function ImportProgress({ page, awaited }: { page: ImportPage; awaited: boolean }) {
  const { t } = useTranslation('crm')
  const { work } = page
  if (!work) return null
  const label = t(`imports.doing.${page.state}`)
  return (
    <section className="card stack">
      {awaited ? (
        <>
          <LongWork
            label={label}
            state={work.state as 'waiting' | 'running'}
            done={work.done}
            {...(work.total ? { total: work.total } : {})}
          />
          <p className="muted">{t('imports.leave')}</p>
          <div className="row">
            <Link className="btn" to="." reloadDocument>
              {t('imports.refresh')}
            </Link>
            {work.own ? (
              <Form method="post">
                <button className="btn" type="submit" name="intent" value="arreter">
                  {t('imports.stop')}
                </button>
              </Form>
            ) : null}
          </div>
        </>
      ) : (
        <>
          <p role="status">
            {work.state === 'failed' ? work.why : t('imports.stopped', { done: work.done })}
          </p>
          <div className="row">
            {work.own ? (
              <Form method="post">
                <button className="btn primary" type="submit" name="intent" value="reprendre">
                  {t('imports.resume')}
                </button>
              </Form>
            ) : null}
            {page.state === 'writing' ? <UndoImport /> : null}
          </div>
        </>
      )}
    </section>
  )
}

export function UndoImport() {
  const { t } = useTranslation('crm')
  return (
    <Form method="post">
      <ConfirmSubmit
        label={t('imports.undo')}
        question={t('imports.undoAsk')}
        consequence={t('imports.undoMeans')}
        name="intent"
        value="defaire"
        danger
      />
    </Form>
  )
}
