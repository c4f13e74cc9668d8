import { PARTS, WORLD } from '#packages/map/bounds.server.ts'
import type { PanoramaScope } from '#server/projects/listing/conditions.server.ts'
import type { ProjectFilters } from '#server/projects/listing/filters.schema.ts'
import { boundsOfProjects } from '#server/projects/point/find-project-points.server.ts'
import { i18nFor } from '../i18n.server.ts'
import type { Locale } from '../i18n.ts'
import { mapWords } from '../portal/map-view.server.ts'
import { mapGround } from '../portal/outlines.server.ts'
import type { PointMapView, PointMapWords } from '../ui/point-map-view.ts'

/** What is said of projects where a map of organisations says it otherwise. */
const OWN = ['title', 'impossible', 'nothingHere'] as const satisfies (keyof PointMapWords)[]

/** A panorama's projects as points one moves among, opened on all of those of the search. */
export async function placedProjects(
  base: string,
  scope: PanoramaScope,
  filters: ProjectFilters,
  locale: Locale,
  more: Partial<Pick<PointMapView, 'listOpen' | 'target' | 'frame'>> = {},
): Promise<PointMapView> {
  const { t } = i18nFor(locale)
  const { page: _, per_page: _perPage, sort: _sort, ...searched } = filters
  const all = await boundsOfProjects(scope, searched)
  return {
    address: `${base}/points`,
    ground: mapGround(),
    locale,
    start: all ? apart(all) : WORLD,
    jumps: Object.entries(PARTS).map(([key, bounds]) => ({
      label: t(`map:part.${key as keyof typeof PARTS}`),
      bounds: [...bounds],
    })),
    listOpen: false,
    ...more,
    words: {
      ...mapWords(locale),
      ...Object.fromEntries(OWN.map((word) => [word, t(`map:projects.${word}`)])),
    },
  }
}

/** One place alone has no frame of its own: some hundred kilometres around it. */
function apart([west, south, east, north]: PointMapView['start']): PointMapView['start'] {
  const wider = (low: number, high: number) => (high - low < 2 ? [low - 1, high + 1] : [low, high])
  const [[w, e], [s, n]] = [wider(west, east), wider(south, north)] as [[number, number], [number, number]]
  return [Math.max(-180, w), Math.max(-85, s), Math.min(180, e), Math.min(85, n)]
}
