import { useTranslation } from 'react-i18next'
import { BarChart } from '#packages/charts/bar-chart.tsx'
import { LineChart } from '#packages/charts/line-chart.tsx'
import { ShareChart } from '#packages/charts/share-chart.tsx'
import { StackedBars } from '#packages/charts/stacked-bars.tsx'
import type { Sample } from './sample.server.ts'
import { Section } from './section.tsx'

const MEMBERS: [string, number][] = [
  ['Gironde', 40],
  ['Deux-Sèvres', 12],
  ['Vienne', 11],
  ['Pyrénées-Atlantiques', 7],
  ['Charente', 6],
]
const SCHEMES = { JSI: [18, 6, 9], 'VVV-SI': [7, 5, 1], ISI: [12, 10, 4] }

export function Charts({ sample: { charts } }: { sample: Pick<Sample, 'charts'> }) {
  const { t } = useTranslation('dev')
  const number = (value: number) => t('ui:number', { value })
  const words = (title: string) => ({ title, table: t('chart.table') })
  const bars = MEMBERS.map(([label, value]) => ({
    key: label,
    label,
    value,
    text: number(value),
    href: '#charts',
  }))
  const others = { key: 'others', label: t('chart.others'), value: 17, text: number(17), other: true }
  const rows = Object.entries(SCHEMES).map(([label, values]) => ({
    key: label,
    label,
    parts: values.map((value) => ({ value, text: number(value) })),
    text: number(values.reduce((sum, value) => sum + value, 0)),
  }))
  const series = [t('chart.funded'), t('chart.refused'), t('chart.pending')]
  return (
    <Section name="charts">
      <div className="halves">
        <div className="card">
          <BarChart
            words={{ ...words(t('chart.bars')), description: t('chart.scope') }}
            head={[t('chart.department'), t('chart.members')]}
            bars={[...bars, others]}
          />
        </div>
        <div className="card">
          <StackedBars
            words={words(t('chart.stacked'))}
            head={[t('chart.scheme'), ...series, t('chart.all')]}
            series={series}
            rows={rows}
          />
        </div>
        <div className="card">
          <LineChart
            words={words(t('chart.lines'))}
            head={[t('chart.year'), t('chart.advice'), t('chart.training')]}
            drawing={charts.lines}
          />
        </div>
        <div className="card">
          <ShareChart
            words={words(t('chart.share'))}
            head={[t('chart.sex'), t('chart.count')]}
            drawing={charts.shares}
          />
        </div>
      </div>
    </Section>
  )
}
