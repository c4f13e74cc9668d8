import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { getListRequest } from '#server/crm/export/find-list-requests.server.ts'
import { findOwnFields } from '#server/crm/own-field/find-own-fields.server.ts'
import { crm } from '#server/crm/permissions.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard } from '../../guard.server.ts'
import { LongWork } from '../../ui/long-work.tsx'
import { useFreshWhile } from '../../ui/use-fresh-while.ts'
import { listView } from './list-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['list:hand'])
  const found = await answering(args, async () => getListRequest(ctx, recordId(args.params.list)))
  const own = await answering(args, () => findOwnFields(ctx))
  return { ...listView(found, ctx as StaffContext, own), desk: `/${ctx.network.slug}/bureau` }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.purpose }]

export default function ListPage() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('crm')
  const going = page.state === 'waiting' || page.state === 'running'
  useFreshWhile(going)
  const told: [string, string][] = [
    [t('lists.askedBy'), page.requester || t('lists.ourselves')],
    ...(page.contact ? [[t('lists.requesterContact'), page.contact] as [string, string]] : []),
    [t('lists.subject'), t(`lists.subjects.${page.subject}`)],
    [t('lists.criteria'), page.criteria.join(' · ') || t('lists.noCriteria')],
    [t('lists.columns'), page.columns.join(', ')],
    ...(page.personalReason ? [[t('lists.reason'), page.personalReason] as [string, string]] : []),
    [t('lists.givenBy'), page.by ?? '—'],
    [t('imports.on'), page.on],
  ]
  return (
    <>
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={`${page.desk}/demandes-de-listes`}>{t('lists.title')}</Link>
      </nav>
      <h1>{page.purpose}</h1>
      {going ? (
        <section className="card stack">
          <LongWork
            label={t('lists.preparing')}
            state={page.state as 'waiting' | 'running'}
            done={page.done}
            {...(page.total ? { total: page.total } : {})}
          />
          <p className="muted">{t('imports.leave')}</p>
          <p>
            <Link className="btn" to="." reloadDocument>
              {t('imports.refresh')}
            </Link>
          </p>
        </section>
      ) : null}
      <div role="status" className="stack">
        {page.state === 'failed' ? <p className="notice bad">{page.why}</p> : null}
        {page.state === 'cancelled' ? <p className="notice">{t('lists.state.cancelled')}</p> : null}
        {page.state === 'done' ? (
          <div className="notice ok stack">
            <p>{t('lists.ready', { count: page.rowCount ?? 0 })}</p>
            {page.file ? (
              <p className="row">
                <a className="btn primary" href={page.file.href}>
                  {t('lists.download')}
                </a>
                <span className="small">{t('lists.keptUntil', { day: page.keptUntil })}</span>
              </p>
            ) : (
              <p>{t('lists.notKept')}</p>
            )}
          </div>
        ) : null}
      </div>
      <dl className="facts">
        {told.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="row">
        <Link className="btn" to={`${page.desk}/${page.page}`}>
          {t(`lists.see.${page.subject}`)}
        </Link>
        <Link className="btn" to={`${page.desk}/demandes-de-listes/nouvelle?${page.again}`}>
          {t('lists.again')}
        </Link>
      </p>
    </>
  )
}
