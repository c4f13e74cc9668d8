import { type SQL, sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { type Bounds, MOST_LISTED, type PointsAnswer } from '#packages/map/points.ts'
import { matching, type Narrowing, narrowingOf, type Scope } from '../organisation/conditions.server.ts'
import { countFacets } from '../organisation/count-facets.server.ts'
import { nationalFiltersSchema } from '../organisation/filters.schema.ts'
import { currentRevision, kept } from '../organisation/kept-searches.server.ts'
import {
  type ListingItem,
  type ListingLine,
  listingColumns,
  toItem,
} from '../organisation/listing-item.server.ts'
import { firstOfIdentity } from '../organisation/read-page.server.ts'
import { understand } from '../organisation/understand-words.server.ts'
import { keptIndex } from './kept-indexes.server.ts'
import { type PlaceRow, placeIndex } from './place-index.server.ts'
import type { PointsAsked } from './points.schema.ts'

export type FoundPoints = Omit<PointsAnswer, 'items'> & {
  items: (ListingItem & { lat: number; lon: number })[]
}

/** What one view of a search's map needs: its clusters, how many it holds, and the first by name. */
export async function findPoints(scope: Scope, { bbox, z, q, ...facets }: PointsAsked): Promise<FoundPoints> {
  const revision = await currentRevision()
  const { words } = await kept(scope, revision, ['words', q], () => understand(scope, q))
  const narrowing = narrowingOf({ ...nationalFiltersSchema.parse({}), ...facets, q }, words)
  const [counts, index] = await Promise.all([
    kept(scope, revision, ['counts', facets, words], () => countFacets(scope, narrowing)),
    keptIndex(scope, revision, [facets, words], () => readPlaces(scope, narrowing)),
  ])
  const { points, here } = index.view(bbox, z)
  const items = here === 0 ? [] : await readNamed(scope, narrowing, bbox)
  return { found: counts.total, placed: index.placed, all: index.all, here, points, items }
}

/** All places of a search in one text: a hundred thousand rows would cost more to take apart than to find. */
async function readPlaces(scope: Scope, narrowing: Narrowing) {
  const { rows } = await publicDb().execute<{ places: string | null }>(sql`
    select string_agg(lon || ' ' || lat || ' ' || n, ';') as places from (
      select lon, lat, count(*) as n from organisation_listing l
      where ${matching(scope, narrowing)} and lat is not null and lon is not null
        and ${firstOfIdentity(scope, narrowing)}
      group by lon, lat
    ) place`)
  const places = rows[0]?.places?.split(';') ?? []
  return placeIndex(places.map((place) => place.split(' ').map(Number) as PlaceRow))
}

async function readNamed(scope: Scope, narrowing: Narrowing, bounds: Bounds) {
  const { rows } = await publicDb().execute<ListingLine>(sql`
    select ${listingColumns(scope)} from organisation_listing l
    where ${matching(scope, narrowing)} and ${within(bounds)} and ${firstOfIdentity(scope, narrowing)}
    order by name collate "fr-x-icu", network_id, id limit ${MOST_LISTED}`)
  return rows.map(toItem) as FoundPoints['items']
}

const within = ([west, south, east, north]: Bounds): SQL =>
  sql`lat between ${south} and ${north} and lon between ${west} and ${east}`
