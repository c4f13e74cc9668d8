import { useTranslation } from 'react-i18next'
import { AreaMap } from '#packages/map/area-map.tsx'
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
          <AreaMap areas={maps.networks} words={{ title: t('map.networks'), credit }} />
        </div>
        <div className="card">
          <AreaMap
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
        <AreaMap
          areas={maps.planet}
          format={number}
          list={false}
          words={{
            title: t('map.world'),
            description: t('map.worldLead'),
            credit: t('map.worldCredit'),
            nothing: t('map.nothing'),
          }}
        />
        <WorldList zones={maps.world} format={number} />
      </div>
    </Section>
  )
}
