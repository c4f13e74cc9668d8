import { sql } from 'drizzle-orm'
import type { z } from 'zod'
import { publicDb } from '#db/client.ts'
import { type Bounds, MOST_LISTED, type PointsAnswer } from '#packages/map/points.ts'
import { currentRevision, kept, keptIndex, type PlaceRow, placeIndex } from '#server/directory/public.ts'
import { matching, type Narrowing, narrowingOf, type PanoramaScope } from '../listing/conditions.server.ts'
import { countProjectFacets } from '../listing/count-facets.server.ts'
import type { ProjectFilters } from '../listing/filters.schema.ts'
import { understandProjects } from '../listing/find-project-listings.server.ts'
import {
  type ProjectItem,
  type ProjectLine,
  projectColumns,
  toProjectItem,
} from '../listing/project-item.server.ts'
import type { projectPointsSchema } from './points.schema.ts'

type Searched = Omit<ProjectFilters, 'page' | 'per_page' | 'sort'>
export type FoundProjectPoints = Omit<PointsAnswer, 'items'> & {
  items: (ProjectItem & { lat: number; lon: number })[]
}

/** What one view of a panorama's map needs. A project that tells its country only has no place, and no point. */
export async function findProjectPoints(
  scope: PanoramaScope,
  { bbox, z: near, ...searched }: z.output<typeof projectPointsSchema>,
): Promise<FoundProjectPoints> {
  const { narrowing, revision, parts } = await narrowed(scope, searched)
  const [counts, index] = await Promise.all([
    kept(scope, revision, ['projects', 'counts', ...parts], () => countProjectFacets(scope, narrowing)),
    indexOf(scope, revision, parts, narrowing),
  ])
  const { points, here } = index.view(bbox, near)
  const items = here === 0 ? [] : await readNamed(scope, narrowing, bbox)
  return { found: counts.total, placed: index.placed, all: index.all, here, points, items }
}

/** Where all projects of a search are: the frame its map opens on. */
export async function boundsOfProjects(scope: PanoramaScope, searched: Searched): Promise<Bounds | null> {
  const { narrowing, revision, parts } = await narrowed(scope, searched)
  return (await indexOf(scope, revision, parts, narrowing)).all
}

async function narrowed(scope: PanoramaScope, { q, ...facets }: Searched) {
  const revision = await currentRevision()
  const { words } = await kept(scope, revision, ['projects', 'words', q], () => understandProjects(scope, q))
  return {
    revision,
    narrowing: narrowingOf({ ...facets, q } as ProjectFilters, words),
    parts: [facets, words],
  }
}

const indexOf = (scope: PanoramaScope, revision: number, parts: unknown[], narrowing: Narrowing) =>
  keptIndex(scope, revision, ['projects', ...parts], () => readPlaces(scope, narrowing))

async function readPlaces(scope: PanoramaScope, narrowing: Narrowing) {
  const { rows } = await publicDb().execute<{ lon: number; lat: number; n: number }>(sql`
    select lon, lat, count(*)::int as n from project_listing l
    where ${matching(scope, narrowing)} and lat is not null and lon is not null group by lon, lat`)
  return placeIndex(rows.map(({ lon, lat, n }): PlaceRow => [lon, lat, n]))
}

async function readNamed(
  scope: PanoramaScope,
  narrowing: Narrowing,
  [west, south, east, north]: Bounds,
): Promise<FoundProjectPoints['items']> {
  const { rows } = await publicDb().execute<ProjectLine>(sql`
    select ${projectColumns(scope)} from project_listing l
    where ${matching(scope, narrowing)} and lat between ${south} and ${north} and lon between ${west} and ${east}
    order by title collate "fr-x-icu", network_id, id limit ${MOST_LISTED}`)
  return rows.map(toProjectItem) as FoundProjectPoints['items']
}
