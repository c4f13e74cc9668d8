import type { LoaderFunctionArgs } from '@remix-run/node'
import { readQuery } from '#server/directory/organisation/filters.schema.ts'
import { findPoints } from '#server/directory/point/find-points.server.ts'
import { pointsSchema } from '#server/directory/point/points.schema.ts'
import { today } from '#server/kernel/clock.ts'
import { listingScope, publicNetwork } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { frameWrong, linksFor, POINTS_HEADERS, pointsQuery } from '../portal/points.server.ts'
import type { PointMapAnswer } from '../ui/point-map-view.ts'
import { line } from './directory-view.server.ts'

/** One view of a directory's map. */
export async function loader(args: LoaderFunctionArgs) {
  const { clock, locale } = args.context.context
  const scope = args.params.network
    ? listingScope(publicNetwork(args, 'directory'))
    : { networkId: null, today: today(clock, 'Europe/Paris') }
  const asked = pointsSchema.safeParse(readQuery(pointsQuery(args.request)))
  if (!asked.success) return frameWrong(asked.error)
  const found = await findPoints(scope, asked.data)
  const { t } = i18nFor(locale)
  const unplaced = found.found - found.placed
  const answer: PointMapAnswer = {
    ...found,
    items: await linksFor(
      args.request,
      found.items.map((item) => {
        const { name, what, href } = line(item, locale)
        return { name, what, href, lon: item.lon, lat: item.lat }
      }),
    ),
    told: {
      here: t('map:here', { count: found.here }),
      unplaced: unplaced > 0 ? t('map:unplaced', { count: unplaced }) : null,
    },
  }
  return Response.json(answer, { headers: POINTS_HEADERS })
}
