import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { LongWork } from '../../ui/long-work.tsx'
import type { ImportView } from './import.tsx'

type Page = Pick<ImportView, 'state' | 'work'>

/** Work under way, or stopped: how far it is, and what may be done about it. */
export function ImportProgress({ page, awaited }: { page: Page; awaited: boolean }) {
  const { t } = useTranslation('dispositifs')
  const { work } = page
  if (!work) return null
  const act = (intent: string, label: string, main = false) =>
    work.own ? (
      <Form method="post">
        <button className={main ? 'btn primary' : 'btn'} type="submit" name="intent" value={intent}>
          {label}
        </button>
      </Form>
    ) : null
  return (
    <section className="card stack">
      {awaited ? (
        <>
          <LongWork
            label={t(`papers.import.doing.${page.state}`)}
            state={work.state as 'waiting' | 'running'}
            done={work.done}
            {...(work.total ? { total: work.total } : {})}
          />
          <p className="muted">{t('papers.leave')}</p>
          <div className="row">
            <Link className="btn" to="." reloadDocument>
              {t('papers.refresh')}
            </Link>
            {act('arreter', t('papers.stop'))}
          </div>
        </>
      ) : (
        <>
          <p role="status">{work.state === 'failed' ? work.why : t('papers.import.stopped')}</p>
          <div className="row">{act('reprendre', t('papers.resume'), true)}</div>
        </>
      )}
    </section>
  )
}
