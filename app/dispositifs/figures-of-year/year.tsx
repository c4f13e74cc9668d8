import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BarChart } from '#packages/charts/bar-chart.tsx'
import { countYear } from '#server/dispositifs/figures/count-year.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { Breadcrumb } from '../../ui/breadcrumb.tsx'
import { EmptyList } from '../../ui/list-states.tsx'
import { DeskParts } from '../desk/desk-parts.tsx'
import { FilesTable } from './files-table.tsx'
import { OrganisationsOfYear } from './organisations-of-year.tsx'
import { OutreachOfYear } from './outreach-of-year.tsx'
import { readYear } from './read-year.server.ts'
import { yearView } from './year-view.server.ts'
import { YoungOfYear } from './young-of-year.tsx'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:read'])
  const year = readYear(args.request.url, ctx.clock, ctx.network.timeZone)
  const counted = await answering(args, () => countYear(ctx, year))
  return { ...yearView(counted, ctx), title: i18nFor(ctx.locale).t('dispositifs:figures.title', { year }) }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function YearOfDispositifs() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('dispositifs')
  return (
    <div className="stack">
      <Breadcrumb trail={[{ to: page.base, label: t('title') }]} here={page.title} />
      <div className="row">
        <h1 className="grow">{page.title}</h1>
        {page.empty ? null : (
          <a className="btn" href={`${page.base}/bilan/exporter?annee=${page.year}`}>
            {t('figures.export')}
          </a>
        )}
      </div>
      <DeskParts base={page.base} />
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
      {page.empty ? (
        <EmptyList text={t('figures.empty', { year: page.year })}>
          <Link to={page.base}>{t('figures.toList')}</Link>
        </EmptyList>
      ) : (
        <>
          <FilesTable lines={page.lines} />
          <section className="card">
            <BarChart
              words={{
                title: t('figures.chart'),
                description: t('figures.chartOf', { year: page.year }),
                table: t('figures.table'),
              }}
              head={[t('figures.csv.dispositif'), t('figures.files')]}
              bars={page.bars}
            />
          </section>
          {page.juries ? (
            <section className="card" aria-labelledby="jurys">
              <h2 id="jurys">{t('jury.year.title')}</h2>
              <p>{page.juries}</p>
            </section>
          ) : null}
          <YoungOfYear young={page.young} />
          <OrganisationsOfYear page={page} />
          <OutreachOfYear page={page} />
        </>
      )}
    </div>
  )
}
