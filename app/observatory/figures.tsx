import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { BarChart } from '#packages/charts/bar-chart.tsx'
import { AreaMap } from '#packages/map/area-map.tsx'
import { observatory } from '#server/observatory/permissions.ts'
import { answering, guard } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { StatTile } from '../ui/stat-tile.tsx'
import { VisibleBy } from '../ui/visible-by.tsx'
import { figureDayOf } from './figure-day.server.ts'
import { figuresView } from './figures-view.server.ts'

export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, observatory['figures:read'])
  const view = await answering(args, () => figuresView(ctx, figureDayOf(args, ctx)))
  return { ...view, title: i18nFor(ctx.locale).t('observatory:title') }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }]

export default function Figures() {
  const page = useLoaderData<typeof loader>()
  const { t } = useTranslation('observatory')
  const format = (value: number) => t('number', { value })
  const head: [string, string] = [t('what'), t('howMany')]
  return (
    <div className="stack">
      <h1>{t('at', { date: page.on })}</h1>
      <p className="lead">{t('lead')}</p>
      <Form method="get" className="row search">
        <label htmlFor="au">{t('day')}</label>
        <input
          key={page.day}
          id="au"
          className="date"
          type="date"
          name="au"
          defaultValue={page.day}
          min="1990-01-01"
        />
        <button className="btn" type="submit">
          {t('show')}
        </button>
        <Link className="btn quiet" to={`?au=${page.lastYearEnd}`}>
          {t('lastYear')}
        </Link>
        <Link className="btn quiet" to={`?au=${page.today}`}>
          {t('today')}
        </Link>
      </Form>
      <section className="stack" aria-labelledby="chiffres">
        <h2 id="chiffres">{t('figures')}</h2>
        <div className="figs">
          {page.figures.map(({ key, value, href }) => (
            <StatTile
              key={key}
              value={value}
              href={href}
              label={t(`figure.${key}`)}
              scope={t(`means.${key}`, { year: page.year })}
            />
          ))}
        </div>
      </section>
      <section className="stack" aria-labelledby="adherentes">
        <h2 id="adherentes">{t('membersOf', { year: page.year })}</h2>
        {page.partial ? <p className="muted">{t('partial', { date: page.on, year: page.year })}</p> : null}
        {page.members === 0 ? (
          <p className="empty">{t('noMembers', { year: page.year })}</p>
        ) : (
          <div className="halves">
            <section className="card">
              <BarChart
                words={{ title: t('byKind'), table: t('table'), note: t('sums', { count: page.members }) }}
                head={head}
                bars={page.kinds}
              />
            </section>
            <section className="card">
              <AreaMap
                areas={{ ...page.map, areas: page.map.areas }}
                format={format}
                list={false}
                words={{ title: t('byDepartment'), credit: t('credit') }}
              />
              <ul className="map-list">
                {page.departments.map(({ key, label, value, href }) => (
                  <li key={key}>
                    <Link to={href}>{label}</Link> <span className="num">{format(value)}</span>
                  </li>
                ))}
              </ul>
            </section>
          </div>
        )}
      </section>
      {page.support ? (
        <p>
          <Link to={page.support}>{t('support', { year: page.year })}</Link>
        </p>
      ) : null}
      <VisibleBy who="team" />
    </div>
  )
}
