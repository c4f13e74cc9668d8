import { lazy, Suspense, startTransition, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MapDrawing } from '#packages/map/areas.ts'
import { MapFrame } from '../ui/map-frame.tsx'
import type { PointMapView } from '../ui/point-map-view.ts'

// Neither is part of a page that shows the list alone.
const AreaMap = lazy(async () => ({ default: (await import('#packages/map/area-map.tsx')).AreaMap }))
const PointMap = lazy(() => import('../ui/point-map.tsx'))

export type DirectoryMap = PointMapView & { departments: MapDrawing }

/** The map one moves in; until it is there, and where it cannot be, the départements and their figures. */
export function MapPanel({ map, query, beside }: { map: DirectoryMap; query: string; beside: boolean }) {
  const { t } = useTranslation('directory')
  const [shown, setShown] = useState(false)
  // On a phone the list stands alone: the map beside it is not even fetched. A transition, because what
  // stands here until then may still be hydrating.
  useEffect(
    () => startTransition(() => setShown(!beside || matchMedia('(min-width: 900px)').matches)),
    [beside],
  )
  const still = (
    <Suspense>
      <AreaMap
        areas={map.departments}
        format={(value) => t('number', { value })}
        words={{ title: t('stats.by.department'), credit: t('stats.franceCredit'), table: t('stats.table') }}
      />
    </Suspense>
  )
  if (map.frame) return <MapFrame frame={map.frame} />
  if (!shown) return still
  return (
    <Suspense fallback={still}>
      <PointMap key={map.address} view={map} query={query} fallback={still} />
    </Suspense>
  )
}
