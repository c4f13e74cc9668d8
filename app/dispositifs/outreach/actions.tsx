import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { days } from '#packages/referentials/dates.ts'
import { findActions } from '#server/dispositifs/outreach/find-actions.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { may } from '#server/kernel/permissions.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { type Column, DataTable } from '../../ui/data-table.tsx'
import { EmptyList } from '../../ui/list-states.tsx'
import { DeskParts } from '../desk/desk-parts.tsx'
import { readYear } from '../figures-of-year/read-year.server.ts'
import { Done } from '../told.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:read'])
  const year = readYear(args.request.url, ctx.clock, ctx.network.timeZone)
  const { years, actions } = await answering(args, () => findActions(ctx, year))
  const day = days(ctx.locale, 'UTC', 'medium')
  return {
    ...{ base: `/${ctx.network.slug}/bureau/dispositifs`, year },
    years: [...new Set([...years, year])].sort((a, b) => b - a),
    rows: actions.map(({ happenedOn, dispositifs: schemes, colleagues, people, organisations, ...one }) => ({
      ...{ id: one.id, kind: one.kind, title: one.title, place: one.place, people, organisations },
      on: day.format(new Date(happenedOn)),
      schemes: schemes.map(({ code }) => code).join(', '),
      colleagues: colleagues.map(({ name }) => name).join(', '),
    })),
    mayWrite: may(ctx, dispositifs['outreach:write']),
    title: i18nFor(ctx.locale).t('dispositifs:follow.outreach.titleOf', { year }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

type Row = Awaited<ReturnType<typeof loader>>['rows'][number]

export default function Actions() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('dispositifs')
  const add = page.mayWrite ? (
    <Link className="btn primary" to="nouvelle">
      {t('follow.outreach.new')}
    </Link>
  ) : null
  const columns: Column<Row>[] = [
    {
      key: 'title',
      label: t('follow.outreach.field.title'),
      cell: ({ id, title }) => (page.mayWrite ? <Link to={id}>{title}</Link> : title),
    },
    {
      key: 'kind',
      label: t('follow.outreach.field.kind'),
      cell: ({ kind }) => t(`follow.outreach.kind.${kind}`),
    },
    { key: 'on', label: t('follow.outreach.field.happenedOn'), cell: ({ on }) => on },
    { key: 'place', label: t('follow.outreach.field.place'), cell: ({ place }) => place },
    { key: 'schemes', label: t('follow.outreach.field.dispositifs'), cell: ({ schemes }) => schemes },
    { key: 'people', label: t('follow.outreach.field.people'), number: true, cell: ({ people }) => people },
    {
      key: 'organisations',
      label: t('follow.outreach.field.organisations'),
      number: true,
      cell: ({ organisations }) => organisations,
    },
    { key: 'colleagues', label: t('follow.outreach.field.colleagues'), cell: ({ colleagues }) => colleagues },
  ]
  return (
    <div className="stack">
      <Breadcrumb trail={[{ to: page.base, label: t('title') }]} here={t('follow.outreach.title')} />
      <div className="row">
        <h1 className="grow">{page.title}</h1>
        {page.rows.length > 0 ? (
          <>
            <a className="btn" href={`${page.base}/actions/exporter?annee=${page.year}`}>
              {t('figures.export')}
            </a>
            {add}
          </>
        ) : null}
      </div>
      <DeskParts base={page.base} />
      <Done of="followUp" />
      <nav className="chips" aria-label={t('figures.years')}>
        {page.years.map((year) => (
          <Link
            key={year}
            className="chip"
            aria-current={year === page.year ? 'page' : undefined}
            to={`?annee=${year}`}
          >
            {year}
          </Link>
        ))}
      </nav>
      {page.rows.length === 0 ? (
        <EmptyList text={t('follow.outreach.empty', { year: page.year })}>{add}</EmptyList>
      ) : (
        <DataTable caption={page.title} columns={columns} rows={page.rows} rowKey={({ id }) => id} />
      )}
    </div>
  )
}
