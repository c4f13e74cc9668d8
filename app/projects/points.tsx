import type { LoaderFunctionArgs } from '@remix-run/node'
import { today } from '#server/kernel/clock.ts'
import { readProjectQuery } from '#server/projects/listing/filters.schema.ts'
import { findProjectPoints } from '#server/projects/point/find-project-points.server.ts'
import { projectPointsSchema } from '#server/projects/point/points.schema.ts'
import { listingScope, publicNetwork } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { frameWrong, linksFor, POINTS_HEADERS, pointsQuery } from '../portal/points.server.ts'
import type { PointMapAnswer } from '../ui/point-map-view.ts'
import { projectLine } from './panorama-view.server.ts'

/** One view of a panorama's map. */
export async function loader(args: LoaderFunctionArgs) {
  const { clock, locale } = args.context.context
  const scope = args.params.network
    ? listingScope(publicNetwork(args, 'projects'))
    : { networkId: null, today: today(clock, 'Europe/Paris') }
  const asked = projectPointsSchema.safeParse(readProjectQuery(pointsQuery(args.request)))
  if (!asked.success) return frameWrong(asked.error)
  const found = await findProjectPoints(scope, asked.data)
  const { t } = i18nFor(locale)
  const unplaced = found.found - found.placed
  const answer: PointMapAnswer = {
    ...found,
    items: await linksFor(
      args.request,
      found.items.map((item) => {
        const { title, holders, where, href } = projectLine(item, locale)
        const what = [holders, where].filter(Boolean).join(' — ')
        return { name: title, what, href, lon: item.lon, lat: item.lat }
      }),
    ),
    told: {
      here: t('map:projects.here', { count: found.here }),
      unplaced: unplaced > 0 ? t('map:projects.unplaced', { count: unplaced }) : null,
    },
  }
  return Response.json(answer, { headers: POINTS_HEADERS })
}
