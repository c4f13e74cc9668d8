import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { countryName } from '#packages/referentials/countries.ts'
import { days } from '#packages/referentials/dates.ts'
import { SECTORS } from '#packages/referentials/sectors.ts'
import { may } from '#server/kernel/permissions.ts'
import { statusLabel } from '#server/projects/listing/facet-labels.ts'
import { projects } from '#server/projects/permissions.ts'
import { COUNTED } from '#server/projects/project/find-projects.schema.ts'
import { findProjects } from '#server/projects/project/find-projects.server.ts'
import { STATUSES } from '#server/projects/project/project.ts'
import { readProjectSearch } from '#server/projects/project/read-project-search.ts'
import { countProjectProposals } from '#server/projects/proposal/find-project-proposals.server.ts'
import { countTiesToAnswer } from '#server/projects/tie/find-asked-ties.server.ts'
import { listAsked } from '../crm/lists/list-asked.server.ts'
import { lastPageInstead } from '../directory/read-search.server.ts'
import { answering, guard } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { Badge } from '../ui/badge.tsx'
import { ColumnChoice } from '../ui/column-choice.tsx'
import { type Column, DataTable, SortMenu } from '../ui/data-table.tsx'
import { EmptyList } from '../ui/list-states.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { readColumns } from '../ui/sorting.ts'
import { ProjectSearchForm } from './project-search-form.tsx'

/** Those one may leave out; the title always stands. */
const COLUMNS = ['holder', 'country', 'status', 'panorama', 'updated'] as const

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, projects['project:read'])
  const query = new URL(args.request.url).searchParams
  const search = readProjectSearch(query)
  const [found, waiting, proposed] = await answering(args, () =>
    Promise.all([findProjects(ctx, search), countTiesToAnswer(ctx), countProjectProposals(ctx)]),
  )
  const { locale, network } = ctx
  const date = days(locale, network.timeZone)
  const pages = Math.max(1, Math.ceil(found.total / found.perPage))
  lastPageInstead(args, found.page, pages)
  const narrowed = [search.status, search.country, search.sector, search.shown].some(Boolean)
  return {
    search,
    choices: {
      statuses: [
        { value: COUNTED as string, label: i18nFor(locale).t('space:projects.counted') },
        ...STATUSES.map((value) => ({ value: value as string, label: statusLabel(value, locale) })),
      ],
      sectors: SECTORS.map((sector) => ({ value: sector.key as string, label: sector[locale] })),
    },
    country: search.country ? countryName(search.country, locale) : null,
    narrowed: narrowed || search.authorities || search.q !== '',
    waiting,
    proposed: proposed ? i18nFor(locale).t('space:projects.waitingCount', { count: proposed }) : '',
    total: found.total,
    more: found.more,
    page: found.page,
    pages,
    sort: { by: search.sort ?? 'title', down: search.down ?? false },
    shown: readColumns(query, COLUMNS, COLUMNS),
    usual: COLUMNS.length,
    items: found.items.map(({ countries, status, updatedAt, ...item }) => ({
      ...item,
      country: countries.map((code) => countryName(code, locale)).join(', '),
      status: statusLabel(status, locale),
      updatedOn: date.format(new Date(updatedAt)),
    })),
    mayAdd: may(ctx, projects['project:write']),
    mayExport: may(ctx, projects['project:export']),
    asked: listAsked('projects', query),
    title: i18nFor(locale).t('projects:list'),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

type Item = Awaited<ReturnType<typeof loader>>['items'][number]

function useColumns(shown: string[]) {
  const { t } = useTranslation('projects')
  const title: Column<Item> = {
    key: 'title',
    label: t('field.title'),
    sorts: true,
    cell: (item) => <Link to={item.id}>{item.title}</Link>,
  }
  const choice: Column<Item>[] = [
    {
      key: 'holder',
      label: t('column.holder'),
      sorts: true,
      cell: ({ holder, others }) =>
        others ? t('line.andOthers', { name: holder, count: others }) : (holder ?? t('column.nobody')),
    },
    { key: 'country', label: t('field.countries'), sorts: true, cell: (item) => item.country },
    { key: 'status', label: t('field.status'), sorts: true, cell: (item) => item.status },
    {
      key: 'panorama',
      label: t('column.panorama'),
      sorts: true,
      cell: ({ published }) => (
        <Badge tone={published ? 'ok' : 'neutral'} label={t(published ? 'state.published' : 'state.draft')} />
      ),
    },
    { key: 'updated', label: t('column.updated'), sorts: true, number: true, cell: (item) => item.updatedOn },
  ]
  return { choice, columns: [title, ...choice.filter(({ key }) => shown.includes(key))] }
}

export default function Projects() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('projects')
  const { choice, columns } = useColumns(page.shown)
  return (
    <>
      <div className="row">
        <h1 className="grow">{t('list')}</h1>
        {page.mayExport && page.total > 0 ? (
          <Link className="btn" to={`../demandes-de-listes/nouvelle?${page.asked}`}>
            {t('crm:lists.short')}
          </Link>
        ) : null}
        <Link className="btn" to="themes">
          {t('themes.short')}
        </Link>
        <Link className="btn" to="liens">
          {page.waiting ? t('ties.waiting', { count: page.waiting }) : t('ties.short')}
        </Link>
        {page.mayAdd ? (
          <Link className="btn primary" to="nouveau">
            {t('new')}
          </Link>
        ) : null}
      </div>
      {page.proposed ? (
        <p className="notice">
          <Link to="propositions">{page.proposed}</Link>
        </p>
      ) : null}
      <ProjectSearchForm page={page} />
      <div className="toolbar">
        <p className="grow count" aria-live="polite">
          {page.more ? t('countMore', { total: page.total }) : t('count', { count: page.total })}
        </p>
        {page.total === 0 ? null : (
          <>
            <SortMenu columns={columns} sort={page.sort} />
            <ColumnChoice columns={choice} shown={page.shown} />
          </>
        )}
      </div>
      {page.total === 0 ? (
        <EmptyList text={t(page.narrowed ? 'nothing' : 'empty')}>
          {page.narrowed ? <Link to="?">{t('panorama.seeAll')}</Link> : null}
          {page.mayAdd ? (
            <Link className="btn primary" to="nouveau">
              {t('new')}
            </Link>
          ) : null}
        </EmptyList>
      ) : (
        <DataTable
          caption={t('list')}
          columns={columns}
          rows={page.items}
          rowKey={(item) => item.id}
          sort={page.sort}
        />
      )}
      <Pagination page={page.page} pages={page.pages} />
    </>
  )
}
