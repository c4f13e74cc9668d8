import { sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import type { ListedPicture, PartnerThere } from '#db/schema/projects.ts'
import { notFound } from '#server/kernel/errors.ts'
import { type PanoramaScope, shownIn } from './conditions.server.ts'
import {
  aroundOf,
  INSTANT,
  type ListedAround,
  namedIn,
  type ProjectItem,
  type ProjectLine,
  projectColumns,
  toProjectItem,
} from './project-item.server.ts'

export type ProjectPage = ProjectItem & {
  body: string
  results: string
  zones: string[]
  partnersHere: ListedAround[]
  partnersThere: PartnerThere[]
  funders: string[]
  pictures: ListedPicture[]
  updatedAt: string
  /** In the same country, the nearest first where both have a point. */
  near: ProjectItem[]
  /** By sectors, goals and words. */
  alike: ProjectItem[]
}

type Details = Pick<
  ProjectPage,
  'body' | 'results' | 'zones' | 'partnersThere' | 'funders' | 'pictures' | 'updatedAt'
>
type Row = ProjectLine &
  Details & { id: string; partnersHere: (Omit<ListedAround, 'network'> & { network: number })[] }

/** One published project of a panorama, by its address; absent and unpublished are the same. */
export async function getProjectListing(
  scope: PanoramaScope & { networkId: number },
  slug: string,
): Promise<ProjectPage> {
  if (!/^[a-z0-9-]+$/.test(slug)) throw notFound()
  const { rows } = await publicDb().execute<Row>(sql`
    select ${projectColumns(scope)}, l.id, l.body, l.results, l.zones, l.partners_there as "partnersThere", l.funders,
      l.pictures, ${namedIn('partners_here', scope)} as "partnersHere",
      to_char(l.updated_at at time zone 'UTC', ${INSTANT}) as "updatedAt"
    from project_listing l where ${shownIn(scope.networkId)} and l.slug = ${slug}
    order by (l.network_id = ${scope.networkId}) desc, l.network_id limit 1`)
  const row = rows[0]
  if (!row) throw notFound()
  const { id, body, results, zones, partnersThere, partnersHere, funders, pictures, updatedAt, ...line } = row
  const near = await besides(scope, row, NEAR, [id])
  const shown = [id, ...near.map((one) => one.id)]
  const alike = await besides(scope, row, ALIKE, shown)
  const details = { body, results, zones, partnersThere, funders, pictures, updatedAt }
  return {
    ...toProjectItem(line),
    ...details,
    partnersHere: aroundOf(partnersHere),
    near: near.map(({ id: _, ...one }) => toProjectItem(one)),
    alike: alike.map(({ id: _, ...one }) => toProjectItem(one)),
  }
}

const MOST_BESIDES = 4

/** How near another is to the project `p`, and the least that is worth showing. */
type Nearness = { score: ReturnType<typeof sql>; least: ReturnType<typeof sql> }

/** A degree of latitude is some 111 km everywhere, one of longitude less towards the poles: enough to order. */
const NEAR: Nearness = {
  score: sql`case when l.lat is null or p.lat is null then -1000
    else -sqrt(power(l.lat - p.lat, 2) + power((l.lon - p.lon) * cos(radians(p.lat)), 2)) end`,
  least: sql`l.countries && p.countries`,
}

/** Three sectors in common weigh more than three goals, and a word of the title as much as a sector. */
const ALIKE: Nearness = {
  score: sql`3 * cardinality(array(select unnest(l.sectors) intersect select unnest(p.sectors)))
    + cardinality(array(select unnest(l.sdgs) intersect select unnest(p.sdgs)))
    + 3 * cardinality(array(select unnest(tsvector_to_array(l.title_words)) intersect
        select unnest(tsvector_to_array(p.title_words))))`,
  least: sql`(l.sectors && p.sectors or l.sdgs && p.sdgs)`,
}

async function besides(
  scope: PanoramaScope & { networkId: number },
  row: Pick<Row, 'id' | 'networkId'>,
  { score, least }: Nearness,
  but: string[],
) {
  const { rows } = await publicDb().execute<ProjectLine & { id: string }>(sql`
    select l.id, ${projectColumns(scope)} from project_listing l
    join project_listing p on p.network_id = ${row.networkId} and p.id = ${row.id}
    where ${shownIn(scope.networkId)} and l.id <> all (${sql.param(but)}::uuid[]) and ${least}
    order by ${score} desc, l.published_at desc, l.id limit ${MOST_BESIDES}`)
  return rows
}
