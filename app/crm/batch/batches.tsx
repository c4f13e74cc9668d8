import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findBatches } from '#server/crm/batch/find-batches.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { EmptyList } from '../../ui/list-states.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { VisibleBy } from '../../ui/visible-by.tsx'
import { batchView } from './batch-view.server.ts'

const LAST_PAGE = 1000

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  const asked = Number(new URL(args.request.url).searchParams.get('page') ?? 1)
  const page = Number.isInteger(asked) && asked >= 1 ? Math.min(asked, LAST_PAGE) : 1
  const found = await answering(args, () => findBatches(ctx, page))
  return {
    ...found,
    items: found.items.map((batch) => batchView(batch, ctx)),
    list: `/${ctx.network.slug}/bureau/structures`,
    title: i18nFor(ctx.locale).t('crm:batch.title'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function Batches() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('crm')
  return (
    <>
      <h1>{t('batch.title')}</h1>
      <p className="lead">{t('batch.about')}</p>
      <VisibleBy who="team" />
      {page.items.length === 0 ? (
        <EmptyList text={t('batch.none')}>
          <Link className="btn primary" to={page.list}>
            {t('organisations')}
          </Link>
        </EmptyList>
      ) : null}
      <ul className="stack">
        {page.items.map((batch) => (
          <li key={batch.id} className="card row">
            <div className="grow">
              <Link to={batch.id}>{batch.kind}</Link>
              {batch.what ? ` — ${batch.what}` : null}
              <div className="small muted">
                {t('batch.line', { count: batch.records, name: batch.by, date: batch.on })}
              </div>
            </div>
            {batch.undoneOn ? <span className="tag">{t('batch.undone')}</span> : null}
          </li>
        ))}
      </ul>
      {page.pages > 1 ? <Pagination page={page.page} pages={page.pages} /> : null}
    </>
  )
}
