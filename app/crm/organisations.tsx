import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { countryName, FRANCE } from '#packages/referentials/countries.ts'
import { days } from '#packages/referentials/dates.ts'
import { departmentName } from '#packages/referentials/departments.ts'
import { typeLabel } from '#packages/referentials/kinds.ts'
import { filterWords } from '#server/crm/organisation/filter-words.ts'
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
import { type OrganisationFilters, readFilters } from '#server/crm/organisation/organisation-filters.ts'
import { isOutside } from '#server/crm/organisation/outside.ts'
import { crm } from '#server/crm/permissions.ts'
import { findListChoices } from '#server/crm/segment/find-list-choices.server.ts'
import { segmentQuery } from '#server/crm/segment/segment.schema.ts'
import { may } from '#server/kernel/permissions.ts'
import { lastPageInstead } from '../directory/read-search.server.ts'
import { answering, guard } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import type { Locale } from '../i18n.ts'
import { ColumnChoice } from '../ui/column-choice.tsx'
import { DataTable, SortMenu } from '../ui/data-table.tsx'
import { EmptyList } from '../ui/list-states.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { Selection } from '../ui/selection.tsx'
import { readColumns, readSort } from '../ui/sorting.ts'
import { useDone } from '../ui/use-done.ts'
import { useColumns } from './list/columns.tsx'
import { FilterChips } from './list/filter-chips.tsx'
import { filterChoices } from './list/filter-choices.server.ts'
import { ListSearch } from './list/list-search.tsx'
import { SaveSegment, SegmentsBar } from './list/segments-bar.tsx'
import { listAsked } from './lists/list-asked.server.ts'

/** Those one may leave out; the name always stands. */
const COLUMNS = ['type', 'place', 'directory', 'updated'] as const

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['organisation:read'])
  const query = new URL(args.request.url).searchParams
  const filters = readFilters(query)
  const search = readSearch(query, filters)
  const [found, known] = await answering(args, () =>
    Promise.all([findOrganisations(ctx, search), findListChoices(ctx)]),
  )
  const { locale, network } = ctx
  const date = days(locale, network.timeZone)
  const pages = Math.max(1, Math.ceil(found.total / found.perPage))
  lastPageInstead(args, found.page, pages)
  return {
    q: search.q,
    filters,
    active: filterWords(filters, known, locale),
    choices: filterChoices(known, network, locale),
    segments: known.segments,
    current: segmentQuery(query),
    base: `/${network.slug}/bureau/structures`,
    total: found.total,
    more: found.more,
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
    mayAct: may(ctx, crm['organisation:correct']),
    mayExport: may(ctx, crm['organisation:export']),
    asked: listAsked('organisations', query),
    desk: `/${network.slug}/bureau`,
    title: i18nFor(locale).t('crm:organisations'),
  }
}

function placeText({ city, department, seatCountry }: OrganisationLine, locale: Locale) {
  const around = department ? departmentName(department) : countryName(seatCountry, locale)
  return [city, department || seatCountry !== FRANCE ? around : null].filter(Boolean).join(', ')
}

/** What an address asks and cannot be understood is left out; the rest is searched. */
function readSearch(query: URLSearchParams, filters: OrganisationFilters): OrganisationSearch {
  const words = Boolean(query.get('q')?.trim())
  const { by, down } = readSort(query, ORGANISATION_SORTS, { by: words ? 'relevance' : 'name', down: false })
  return {
    sort: by as OrganisationSort,
    down,
    q: organisationSearch.shape.q.parse(query.get('q')?.slice(0, 200)),
    ...filters,
    page: organisationSearch.shape.page.catch(1).parse(query.get('page') ?? 1),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

/** Why the list is empty: nothing answers what was asked, or the network knows nobody yet. */
function useEmptyText({ q, active }: { q: string; active: { name: string }[] }) {
  const { t } = useTranslation('crm')
  if (active.length > 0 && active.every(({ name }) => name === 'type') && !q) return t('nothingOfKind')
  if (active.length > 0) return t('nothingFiltered')
  return q ? t('nothing', { q }) : t('empty')
}

export default function Organisations() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('crm')
  const { choice, columns } = useColumns(page.shown)
  const emptyText = useEmptyText(page)
  const done = useDone()
  const table = (
    <DataTable
      caption={t('organisations')}
      columns={columns}
      rows={page.items}
      rowKey={(item) => item.id}
      sort={page.sort}
      picking={page.mayAct ? { name: 'fiche', label: ({ name }) => t('pick', { name }) } : undefined}
    />
  )
  return (
    <>
      <div className="row">
        <h1 className="grow">{t('organisations')}</h1>
        {page.mayExport ? (
          <Link className="btn" to={`${page.desk}/demandes-de-listes/nouvelle?${page.asked}`}>
            {t('lists.short')}
          </Link>
        ) : null}
        {page.mayAdd ? (
          <Link className="btn primary" to="nouvelle">
            {t('new')}
          </Link>
        ) : null}
      </div>
      {done === 'segment' ? (
        <p className="notice ok" role="status">
          {t('segment.done.segment')}
        </p>
      ) : null}
      <SegmentsBar segments={page.segments} current={page.current} base={page.base} />
      <ListSearch q={page.q} filters={page.filters} choices={page.choices} />
      <FilterChips active={page.active} />
      <div className="toolbar">
        <p className="grow count" aria-live="polite">
          {page.more ? t('countMore', { total: page.total }) : t('count', { count: page.total })}
        </p>
        <SaveSegment segments={page.segments} current={page.current} base={page.base} />
        {page.total === 0 ? null : (
          <>
            <SortMenu columns={columns} sort={page.sort} />
            <ColumnChoice columns={choice} shown={page.shown} />
          </>
        )}
      </div>
      {page.total === 0 ? (
        <EmptyList text={emptyText}>
          {page.mayAdd ? (
            <Link className="btn primary" to="nouvelle">
              {t('new')}
            </Link>
          ) : null}
        </EmptyList>
      ) : page.mayAct ? (
        <>
          <Selection
            method="get"
            action="agir"
            bar={
              <button className="btn primary sm" type="submit">
                {t('bulk.actOnTicked')}
              </button>
            }
          >
            {table}
          </Selection>
          <p className="small">
            <Link to={`agir?${new URLSearchParams([['tout', '1'], ...new URLSearchParams(page.current)])}`}>
              {page.more ? t('bulk.actOnEvery') : t('bulk.actOnAll', { count: page.total })}
            </Link>
          </p>
        </>
      ) : (
        table
      )}
      <Pagination page={page.page} pages={page.pages} />
    </>
  )
}
