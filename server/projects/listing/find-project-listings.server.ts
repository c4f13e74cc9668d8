import { type SQL, sql } from 'drizzle-orm'
import { publicDb } from '#db/client.ts'
import { currentRevision, kept, type Understood, understandWords } from '#server/directory/public.ts'
import { matching, type Narrowing, narrowingOf, type PanoramaScope, tsquery } from './conditions.server.ts'
import { countProjectFacets, type ProjectCounts } from './count-facets.server.ts'
import type { ProjectFilters } from './filters.schema.ts'
import { type ProjectItem, type ProjectLine, projectColumns, toProjectItem } from './project-item.server.ts'

export type FoundProjects = ProjectCounts & {
  items: ProjectItem[]
  page: number
  perPage: number
  /** The words actually searched, when those typed had to be mended. */
  mended: string[] | null
}

/** One page of a panorama with its facets. Reads listings only: no network transaction. */
export async function findProjectListings(
  scope: PanoramaScope,
  filters: ProjectFilters,
): Promise<FoundProjects> {
  const { page, per_page: perPage, sort, q, ...facets } = filters
  const revision = await currentRevision()
  const keep = <T>(parts: unknown[], ask: () => Promise<T>) =>
    kept(scope, revision, ['projects', ...parts], ask)
  const { words, mended } = await keep(['words', q], () => understandProjects(scope, q))
  const narrowing = narrowingOf(filters, words)
  const counts = await keep(['counts', facets, words], () => countProjectFacets(scope, narrowing))
  const items = await keep(['page', facets, words, page, perPage, sort], () =>
    readPage(scope, filters, narrowing),
  )
  return { ...counts, items, page, perPage, mended }
}

export function understandProjects(scope: PanoramaScope, text: string): Promise<Understood> {
  return understandWords(text, async (words, besides) => {
    const where = matching(scope, { words, facets: new Map(), years: [] })
    const { rows } = await publicDb().execute<{ any: boolean }>(
      sql`select ${besides} and exists (select 1 from project_listing l where ${where}) as any`,
    )
    return rows[0]!.any
  })
}

async function readPage(scope: PanoramaScope, filters: ProjectFilters, narrowing: Narrowing) {
  const take = filters.per_page
  const { rows } = await publicDb().execute<ProjectLine>(sql`
    select ${projectColumns(scope)} from project_listing l where ${matching(scope, narrowing)}
    order by ${orderOf(filters, narrowing)} limit ${take} offset ${(filters.page - 1) * take}`)
  return rows.map(toProjectItem)
}

const BY_TITLE = sql`l.title collate "fr-x-icu", l.network_id, l.id`

/** Those whose own title answers come first; without words, the last published. */
function orderOf({ sort }: ProjectFilters, { words }: Narrowing): SQL {
  if (sort === 'name') return BY_TITLE
  if (sort === '-name') return sql`l.title collate "fr-x-icu" desc, l.network_id desc, l.id desc`
  if (sort === 'recent' || words.terms.length === 0) return sql`l.published_at desc, l.network_id, l.id`
  return sql`(l.title_words @@ ${tsquery(words)}) desc, ${BY_TITLE}`
}
