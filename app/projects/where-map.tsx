import { lazy, Suspense, startTransition, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { AreaMap } from '#packages/map/area-map.tsx'
import { WorldList } from '#packages/map/world-list.tsx'
import { MapFrame } from '../ui/map-frame.tsx'
import type { PointMapView } from '../ui/point-map-view.ts'
import type { PanoramaView } from './panorama-view.server.ts'

const PointMap = lazy(() => import('../ui/point-map.tsx'))

/** The countries of a search, each with its projects. */
export function WhereMap({ map }: { map: PanoramaView['map'] }) {
  const { t } = useTranslation('directory')
  const format = (value: number) => t('number', { value })
  const { title, description, credit, list } = map.words
  return (
    <div className="card stack">
      <AreaMap areas={map.areas} format={format} list={false} words={{ title, description, credit }} />
      <details>
        <summary>{list}</summary>
        <WorldList zones={map.zones} format={format} />
      </details>
    </div>
  )
}

/** The map one moves in; until it is there, and where it cannot be, the countries. */
export function PlacedProjects(props: {
  places: PointMapView
  countries: PanoramaView['map']
  query: string
  beside: boolean
}) {
  const { places, countries, query, beside } = props
  const [shown, setShown] = useState(false)
  useEffect(
    () => startTransition(() => setShown(!beside || matchMedia('(min-width: 900px)').matches)),
    [beside],
  )
  const still = <WhereMap map={countries} />
  if (places.frame) return <MapFrame frame={places.frame} />
  if (!shown) return still
  return (
    <Suspense fallback={still}>
      <PointMap key={places.address} view={places} query={query} fallback={still} />
    </Suspense>
  )
}
