import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { findListRequests } from '#server/crm/export/find-list-requests.server.ts'
import { crm } from '#server/crm/permissions.ts'
import { may } from '#server/kernel/permissions.ts'
import { lastPageInstead } from '../../directory/read-search.server.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyList } from '../../ui/list-states.tsx'
import { Pagination } from '../../ui/pagination.tsx'
import { listView } from './list-view.server.ts'

const LAST_PAGE = 5000

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['list:hand'])
  const asked = Number(new URL(args.request.url).searchParams.get('page') ?? 1)
  const wanted = Number.isInteger(asked) && asked >= 1 ? Math.min(asked, LAST_PAGE) : 1
  const found = await answering(args, () => findListRequests(ctx, wanted))
  const pages = Math.max(1, Math.ceil(found.total / found.perPage))
  lastPageInstead(args, found.page, pages)
  return {
    lists: found.lists.map((one) => listView(one, ctx)),
    page: found.page,
    pages,
    mayList: may(ctx, crm['organisation:export']),
    desk: `/${ctx.network.slug}/bureau`,
    title: i18nFor(ctx.locale).t('crm:lists.title'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

type Item = Awaited<ReturnType<typeof loader>>['lists'][number]

export default function Lists() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('crm')
  const columns: Column<Item>[] = [
    {
      key: 'purpose',
      label: t('lists.for'),
      cell: (one) => <Link to={`${page.desk}/demandes-de-listes/${one.id}`}>{one.purpose}</Link>,
    },
    { key: 'requester', label: t('lists.askedBy'), cell: (one) => one.requester || t('lists.ourselves') },
    { key: 'subject', label: t('lists.subject'), cell: (one) => t(`lists.subjects.${one.subject}`) },
    {
      key: 'criteria',
      label: t('lists.criteria'),
      cell: (one) => one.criteria.join(' · ') || t('lists.noCriteria'),
    },
    {
      key: 'rows',
      label: t('imports.rows'),
      number: true,
      cell: (one) =>
        one.rowCount === null ? t(`lists.state.${one.state}`) : t('imports.number', { value: one.rowCount }),
    },
    { key: 'by', label: t('lists.givenBy'), cell: (one) => one.by ?? '—' },
    { key: 'on', label: t('imports.on'), number: true, cell: (one) => one.on },
  ]
  return (
    <>
      <div className="row">
        <h1 className="grow">{page.title}</h1>
        {page.mayList ? (
          <Link className="btn primary" to={`${page.desk}/demandes-de-listes/nouvelle`}>
            {t('lists.new')}
          </Link>
        ) : null}
      </div>
      <p className="lead">{t('lists.register')}</p>
      {page.lists.length === 0 ? (
        <EmptyList text={t('lists.none')}>
          <Link className="btn primary" to={`${page.desk}/structures`}>
            {t('lists.fromOrganisations')}
          </Link>
        </EmptyList>
      ) : (
        <DataTable caption={page.title} columns={columns} rows={page.lists} rowKey={(one) => one.id} />
      )}
      <Pagination page={page.page} pages={page.pages} />
    </>
  )
}
