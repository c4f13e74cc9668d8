import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { countryName, FRANCE } from '#packages/referentials/countries.ts'
import { days } from '#packages/referentials/dates.ts'
import { departmentName } from '#packages/referentials/departments.ts'
import { KINDS, kindLabel, typeLabel } from '#packages/referentials/kinds.ts'
import {
  ORGANISATION_SORTS,
  type OrganisationSearch,
  type OrganisationSort,
  organisationSearch,
} from '#server/crm/organisation/find-organisations.schema.ts'
import {
  findOrganisations,
  type OrganisationLine,
} from '#server/crm/organisation/find-organisations.server.ts'
import { readFilters } from '#server/crm/organisation/organisation-filters.ts'
import { isOutside } from '#server/crm/organisation/outside.ts'
import { crm } from '#server/crm/permissions.ts'
import { may } from '#server/kernel/permissions.ts'
import { lastPageInstead } from '../directory/read-search.server.ts'
import { answering, guard } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import type { Locale } from '../i18n.ts'
import { Badge } from '../ui/badge.tsx'
import { ColumnChoice } from '../ui/column-choice.tsx'
import { type Column, DataTable, SortMenu } from '../ui/data-table.tsx'
import { EmptyList } from '../ui/list-states.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { readColumns, readSort } from '../ui/sorting.ts'

/** Those one may leave out; the name always stands. */
const COLUMNS = ['type', 'place', 'directory', 'updated'] as const

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  const query = new URL(args.request.url).searchParams
  const search = readSearch(query)
  const found = await answering(args, () => findOrganisations(ctx, search))
  const { locale, network } = ctx
  const date = days(locale, network.timeZone)
  const pages = Math.max(1, Math.ceil(found.total / found.perPage))
  lastPageInstead(args, found.page, pages)
  return {
    q: search.q,
    kind: search.kind[0] ?? '',
    kinds: KINDS.map(({ key }) => ({ key, label: kindLabel(key, locale) })),
    total: found.total,
    page: found.page,
    pages,
    sort: { by: search.sort ?? 'name', down: search.down ?? false },
    shown: readColumns(query, COLUMNS, COLUMNS),
    items: found.items.map((item) => ({
      id: item.id,
      name: item.name,
      acronym: item.acronym,
      kind: typeLabel(item.kind, item.subkind, locale),
      place: placeText(item, locale),
      outside: isOutside(item, network.departments),
      published: item.published,
      updatedOn: date.format(new Date(item.updatedAt)),
    })),
    mayAdd: may(ctx, crm['organisation:write']),
    mayExport: may(ctx, crm['organisation:export']),
    title: i18nFor(locale).t('crm:organisations'),
  }
}

function placeText({ city, department, seatCountry }: OrganisationLine, locale: Locale) {
  const around = department ? departmentName(department) : countryName(seatCountry, locale)
  return [city, department || seatCountry !== FRANCE ? around : null].filter(Boolean).join(', ')
}

/** What an address asks and cannot be understood is left out; the rest is searched. */
function readSearch(query: URLSearchParams): OrganisationSearch {
  const words = Boolean(query.get('q')?.trim())
  const { by, down } = readSort(query, ORGANISATION_SORTS, { by: words ? 'relevance' : 'name', down: false })
  return {
    sort: by as OrganisationSort,
    down,
    q: organisationSearch.shape.q.parse(query.get('q')?.slice(0, 200)),
    ...readFilters(query),
    page: organisationSearch.shape.page.catch(1).parse(query.get('page') ?? 1),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

type Item = Awaited<ReturnType<typeof loader>>['items'][number]

function useColumns(shown: string[]) {
  const { t } = useTranslation('crm')
  const name: Column<Item> = {
    key: 'name',
    label: t('field.name'),
    sorts: true,
    cell: (item) => (
      <>
        <Link to={item.id}>{item.name}</Link>
        {item.acronym ? <span className="muted">{` ${item.acronym}`}</span> : null}
      </>
    ),
  }
  const choice: Column<Item>[] = [
    { key: 'type', label: t('field.type'), sorts: true, cell: (item) => item.kind },
    {
      key: 'place',
      label: t('place'),
      sorts: true,
      cell: (item) => (
        <>
          {item.place}
          {item.outside ? (
            <>
              {' '}
              <Badge tone="neutral" label={t('outside')} />
            </>
          ) : null}
        </>
      ),
    },
    {
      key: 'directory',
      label: t('directory'),
      sorts: true,
      cell: ({ published }) => (
        <Badge
          tone={published ? 'ok' : 'neutral'}
          label={published ? t('publishedShort') : t('unpublishedShort')}
        />
      ),
    },
    { key: 'updated', label: t('updated'), sorts: true, number: true, cell: (item) => item.updatedOn },
  ]
  return { choice, columns: [name, ...choice.filter(({ key }) => shown.includes(key))] }
}

export default function Organisations() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('crm')
  const { choice, columns } = useColumns(page.shown)
  return (
    <>
      <div className="row">
        <h1 className="grow">{t('organisations')}</h1>
        {page.mayExport ? (
          <Link className="btn" to="exporter">
            {t('export.short')}
          </Link>
        ) : null}
        {page.mayAdd ? (
          <Link className="btn primary" to="nouvelle">
            {t('new')}
          </Link>
        ) : null}
      </div>
      <Search page={page} />
      <div className="toolbar">
        <p className="grow count" aria-live="polite">
          {t('count', { count: page.total })}
        </p>
        {page.total === 0 ? null : (
          <>
            <SortMenu columns={columns} sort={page.sort} />
            <ColumnChoice columns={choice} shown={page.shown} />
          </>
        )}
      </div>
      {page.total === 0 ? (
        <EmptyList text={page.q ? t('nothing', { q: page.q }) : t(page.kind ? 'nothingOfKind' : 'empty')}>
          {page.mayAdd ? (
            <Link className="btn primary" to="nouvelle">
              {t('new')}
            </Link>
          ) : null}
        </EmptyList>
      ) : (
        <DataTable
          caption={t('organisations')}
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

function Search({
  page,
}: {
  page: Pick<ReturnType<typeof useLoaderData<typeof loader>>, 'q' | 'kind' | 'kinds' | 'sort' | 'shown'>
}) {
  const { t } = useTranslation('crm')
  const usual = page.shown.length === COLUMNS.length
  return (
    <Form method="get" role="search" className="row search">
      <input
        key={page.q}
        className="grow"
        type="search"
        name="q"
        defaultValue={page.q}
        aria-label={t('searchLabel')}
        placeholder={t('searchHint')}
      />
      <select name="type" defaultValue={page.kind} aria-label={t('field.type')}>
        <option value="">{t('everyKind')}</option>
        {page.kinds.map((kind) => (
          <option key={kind.key} value={kind.key}>
            {kind.label}
          </option>
        ))}
      </select>
      {page.sort.by === 'name' && !page.sort.down ? null : (
        <input type="hidden" name="tri" value={`${page.sort.down ? '-' : ''}${page.sort.by}`} />
      )}
      {usual
        ? null
        : ['', ...page.shown].map((key) => <input key={key} type="hidden" name="col" value={key} />)}
      <button className="btn" type="submit">
        {t('search')}
      </button>
    </Form>
  )
}
