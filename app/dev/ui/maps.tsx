import { useTranslation } from 'react-i18next'
import { FranceMap } from '#packages/map/france-map.tsx'
import { WorldList } from '#packages/map/world-list.tsx'
import type { Sample } from './sample.server.ts'
import { Section } from './section.tsx'

export function Maps({ sample: { maps } }: { sample: Pick<Sample, 'maps'> }) {
  const { t } = useTranslation('dev')
  const number = (value: number) => t('ui:number', { value })
  const credit = t('map.credit')
  return (
    <Section name="maps">
      <div className="halves">
        <div className="card">
          <FranceMap areas={maps.networks} words={{ title: t('map.networks'), credit }} />
        </div>
        <div className="card">
          <FranceMap
            areas={maps.departments}
            format={number}
            words={{
              title: t('map.departments'),
              credit,
              nothing: t('map.nothing'),
              table: t('chart.table'),
            }}
          />
        </div>
      </div>
      <div className="card stack">
        <p>
          <strong>{t('map.world')}</strong>
        </p>
        <p className="muted">{t('map.worldLead')}</p>
        <WorldList zones={maps.world} format={number} />
      </div>
    </Section>
  )
}
