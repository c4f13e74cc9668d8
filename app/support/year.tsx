import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BarChart } from '#packages/charts/bar-chart.tsx'
import { StackedBars } from '#packages/charts/stacked-bars.tsx'
import { today } from '#server/kernel/clock.ts'
import { may } from '#server/kernel/permissions.ts'
import { support } from '#server/support/permissions.ts'
import { countYear } from '#server/support/year/count-year.server.ts'
import { answering, guard } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { EmptyList } from '../ui/list-states.tsx'
import { StatTile } from '../ui/stat-tile.tsx'
import { VisibleBy } from '../ui/visible-by.tsx'
import { yearView } from './year-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, support['act:read'])
  const asked = new URL(args.request.url).searchParams.get('annee') ?? ''
  const year = /^(19|20|21)\d{2}$/.test(asked)
    ? Number(asked)
    : Number(today(ctx.clock, ctx.network.timeZone).slice(0, 4))
  const counted = await answering(args, () => countYear(ctx, year))
  return {
    ...yearView(counted, ctx),
    mayExport: may(ctx, support['act:export']),
    title: i18nFor(ctx.locale).t('support:yearTitle', { year }),
  }
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }]

export default function YearOfSupport() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('support')
  const tiles = (group: 'flow' | 'aect' | 'all') => (
    <section className="stack" aria-labelledby={`bilan-${group}`}>
      <h2 id={`bilan-${group}`}>{t(`group.${group}`)}</h2>
      <div className="figs">
        {page[group].map(({ key, value, href }) => (
          <StatTile key={key} value={value} label={t(`figure.${key}`)} scope={page.scope} href={href} />
        ))}
      </div>
    </section>
  )
  const families = [t('family.flow'), t('family.aect')]
  return (
    <div className="stack">
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={page.base}>{t('title')}</Link>
      </nav>
      <div className="row">
        <h1 className="grow">{page.title}</h1>
        {page.mayExport && !page.empty ? (
          <Form method="post" action={`${page.base}/bilan/exporter`} reloadDocument className="row">
            <input type="hidden" name="annee" value={page.year} />
            <button className="btn" type="submit">
              {t('exportYear')}
            </button>
            <Link className="btn" to={`../demandes-de-listes/nouvelle?objet=acts&annee=${page.year}`}>
              {t('export')}
            </Link>
          </Form>
        ) : null}
      </div>
      <nav className="chips" aria-label={t('filter.year')}>
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
        <EmptyList text={t('emptyYear', { year: page.year })} />
      ) : (
        <>
          {tiles('flow')}
          <p className="small muted">{page.how}</p>
          {tiles('aect')}
          {tiles('all')}
          <p className="small muted">{page.sum}</p>
          <div className="halves">
            {(['flow', 'aect'] as const).map((family) => (
              <section key={family} className="card">
                <BarChart
                  words={{
                    title: t(`chart.${family}`),
                    description: page.scope,
                    table: t('chart.table'),
                    note: t('chart.sameScale'),
                  }}
                  head={[t('field.kind'), t('chart.actsAndTime')]}
                  bars={page.kinds.filter((kind) => kind.family === family)}
                  most={page.longest}
                />
              </section>
            ))}
          </div>
          <section className="card">
            <StackedBars
              words={{ title: t('chart.months'), description: page.scope, table: t('chart.table') }}
              head={[t('chart.month'), ...families, t('chart.total')]}
              series={families}
              rows={page.months}
            />
          </section>
        </>
      )}
      <VisibleBy who="team" />
    </div>
  )
}
