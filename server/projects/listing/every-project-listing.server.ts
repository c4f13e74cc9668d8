import { sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { matching, narrowingOf, type PanoramaScope } from './conditions.server.ts'
import type { ProjectFilters } from './filters.schema.ts'
import { understandProjects } from './find-project-listings.server.ts'
import { type ProjectItem, type ProjectLine, projectColumns, toProjectItem } from './project-item.server.ts'

const BATCH = 1000

/** Every project of a search by title, a batch at a time; the place reached is kept as values, not as an offset. */
export async function* everyProjectListing(
  scope: PanoramaScope,
  filters: ProjectFilters,
): AsyncGenerator<ProjectItem[]> {
  const where = matching(scope, narrowingOf(filters, (await understandProjects(scope, filters.q)).words))
  let after = sql`true`
  for (;;) {
    const { rows } = await publicDb().execute<ProjectLine & { id: string }>(sql`
      select l.id, ${projectColumns(scope)} from project_listing l where ${where} and ${after}
      order by l.title collate "fr-x-icu", l.network_id, l.id limit ${BATCH}`)
    if (rows.length) yield rows.map(({ id, ...line }) => toProjectItem(line))
    const last = rows.at(-1)
    if (!last || rows.length < BATCH) return
    after = sql`(l.title collate "fr-x-icu", l.network_id, l.id)
      > (${last.title} collate "fr-x-icu", ${last.networkId}::int, ${last.id}::uuid)`
  }
}
