import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { BarChart } from '#packages/charts/bar-chart.tsx'
import { AreaMap } from '#packages/map/area-map.tsx'
import { WorldList } from '#packages/map/world-list.tsx'
import type { StatisticsView } from './statistics-view.server.ts'

type StatisticsProps = { view: Omit<StatisticsView, 'unidentified'>; intro: string; children?: ReactNode }

/** The directory in figures: each picture with its table, each figure with the pages that make it. */
export function Statistics({ view, intro, children }: StatisticsProps) {
  const { t } = useTranslation('directory')
  const format = (value: number) => t('number', { value })
  const words = (key: 'kind' | 'sector' | 'sdg', note?: string) => ({
    title: t(`stats.by.${key}`),
    table: t('stats.table'),
    ...(note ? { note } : {}),
  })
  const many = (key: 'country' | 'sector' | 'sdg') =>
    t('stats.many', { total: format(view.total), mentions: format(view.mentions[key]) })
  const head: [string, string] = [t('stats.name'), t('stats.count')]
  return (
    <div className="wrap page">
      <nav className="small" aria-label={t('breadcrumb')}>
        <Link to={view.base}>{t('stats.back')}</Link>
      </nav>
      <h1>{t('stats.heading')}</h1>
      <p className="lead">{[intro, view.uncounted].filter(Boolean).join(' ')}</p>
      {children}
      {view.total === 0 ? (
        <p className="empty">{t('stats.none')}</p>
      ) : (
        <>
          <section className="card stack">
            <h2>{t('stats.where')}</h2>
            <AreaMap
              areas={view.countries}
              format={format}
              list={false}
              words={{ description: many('country'), credit: t('stats.worldCredit') }}
            />
            <WorldList zones={view.zones} format={format} />
          </section>
          <div className="halves">
            <section className="card">
              <BarChart words={words('kind')} head={head} bars={view.kinds} />
            </section>
            <section className="card">
              <AreaMap
                areas={view.departments}
                format={format}
                words={{
                  title: t('stats.by.department'),
                  credit: t('stats.franceCredit'),
                  table: t('stats.table'),
                }}
              />
            </section>
            <section className="card">
              <BarChart words={words('sector', many('sector'))} head={head} bars={view.sectors} />
            </section>
            <section className="card">
              <BarChart words={words('sdg', many('sdg'))} head={head} bars={view.sdgs} />
            </section>
          </div>
        </>
      )}
    </div>
  )
}
