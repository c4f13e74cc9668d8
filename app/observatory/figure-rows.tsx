import { data, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { departmentName } from '#packages/referentials/departments.ts'
import { typeLabel } from '#packages/referentials/kinds.ts'
import { isFigure } from '#server/observatory/figure/figures.ts'
import { FIGURE_ROWS_PER_PAGE, findFigureRows } from '#server/observatory/figure/find-figure-rows.server.ts'
import { observatory } from '#server/observatory/permissions.ts'
import { lastPageInstead } from '../directory/read-search.server.ts'
import { answering, guard } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { type Column, DataTable } from '../ui/data-table.tsx'
import { EmptyList } from '../ui/list-states.tsx'
import { Pagination } from '../ui/pagination.tsx'
import { figureDayOf } from './figure-day.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, observatory['figures:read'])
  const { locale, network } = ctx
  const key = args.params.figure ?? ''
  if (!isFigure(key)) throw data(null, { status: 404 })
  const query = new URL(args.request.url).searchParams
  const day = figureDayOf(args, ctx)
  const [kind, department] = [query.get('type'), query.get('departement')]
  const side = { ...(kind === null ? {} : { kind }), ...(department === null ? {} : { department }) }
  const page = Math.min(5000, Math.max(1, Math.trunc(Number(query.get('page')) || 1)))
  const { rows, total } = await answering(args, () => findFigureRows(ctx, key, day, side, page))
  const pages = Math.max(1, Math.ceil(total / FIGURE_ROWS_PER_PAGE))
  lastPageInstead(args, page, pages)
  const { t } = i18nFor(locale)
  const narrowed = [
    kind === null ? null : kind ? typeLabel(kind, null, locale) : t('observatory:unknown'),
    department === null ? null : department ? departmentName(department) : t('observatory:unknown'),
  ].filter((one) => one !== null)
  return {
    key,
    total,
    page,
    pages,
    narrowed: narrowed.join(', '),
    year: day.slice(0, 4),
    on: days(locale, 'UTC', 'long').format(new Date(day)),
    back: `/${network.slug}/bureau/chiffres?au=${day}`,
    title: t(`observatory:figure.${key}`),
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      to: `/${network.slug}/bureau/${row.path}`,
      kind: row.kind ? typeLabel(row.kind, null, locale) : '',
      department: row.department ? departmentName(row.department) : '',
    })),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

type Row = Awaited<ReturnType<typeof loader>>['rows'][number]

export default function FigureRows() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('observatory')
  const name: Column<Row> = {
    key: 'name',
    label: t('name'),
    cell: (row) => <Link to={row.to}>{row.name}</Link>,
  }
  const where: Column<Row>[] = [
    { key: 'kind', label: t('kind'), cell: (row) => row.kind },
    { key: 'department', label: t('department'), cell: (row) => row.department },
  ]
  const areOrganisations = page.key !== 'projects' && page.key !== 'contacts'
  return (
    <div className="stack">
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={page.back}>{t('title')}</Link>
      </nav>
      <h1>
        {t('rowsOf', { count: page.total, what: t(`figure.${page.key}`) })}
        {page.narrowed ? ` — ${page.narrowed}` : null}
      </h1>
      <p className="muted">
        {t('rowsLead', { date: page.on, means: t(`means.${page.key}`, { year: page.year }) })}
      </p>
      {page.rows.length === 0 ? (
        <EmptyList text={t('noRows')} />
      ) : (
        <DataTable
          caption={page.title}
          columns={areOrganisations ? [name, ...where] : [name]}
          rows={page.rows}
          rowKey={(row) => row.id}
        />
      )}
      <Pagination page={page.page} pages={page.pages} />
    </div>
  )
}
