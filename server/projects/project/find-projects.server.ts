import { type SQL, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { canBeUnfinished, searchTerms, tsqueryText } from '#server/directory/public.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { projects } from '../permissions.ts'
import {
  COUNTED,
  PROJECTS_PER_DESK_PAGE,
  type ProjectSearch,
  type ProjectSort,
} from './find-projects.schema.ts'

export type ProjectLineOfDesk = {
  id: string
  title: string
  holder: string | null
  others: number
  countries: string[]
  status: string
  published: boolean
  /** An instant: which day it is depends on the network. */
  updatedAt: string
}

/** What very many projects answer is not counted: there are more than these. */
const MANY = 3000

/** One page of the network's own projects, drafts and published; empty past the last one. */
export async function findProjects(ctx: Context, search: ProjectSearch) {
  demand(ctx, projects['project:read'])
  const mine = ctx.network.id
  const terms = searchTerms(search.q)
  const filters = filtersOf(mine, search)
  const where = sql.join(terms.length ? [...filters, AMONG] : filters, sql` and `)
  return inNetwork(ctx, async (tx) => {
    const { rows: counted } = await tx.execute<{ total: number; more: boolean }>(sql`
      ${found(terms)} select (select count(*)::int from project p where ${where}) as total,
        exists (select from found where more) as more`)
    const { total, more } = counted[0]!
    const asked = more ? sql.join([...filters, saying(terms)], sql` and `) : where
    const items = total === 0 && !more ? [] : await readLines(tx, search, terms, asked)
    return { items, total: more ? MANY : total, more, page: search.page, perPage: PROJECTS_PER_DESK_PAGE }
  })
}

/** Every project that a search keeps, in its order. */
export async function idsOfProjects(ctx: Context, search: ProjectSearch): Promise<string[]> {
  demand(ctx, projects['project:read'])
  const terms = searchTerms(search.q)
  const filters = filtersOf(ctx.network.id, search)
  const read = async (tx: Transaction, which: SQL, parts: SQL[]) => {
    const { rows } = await tx.execute<{ id: string | null }>(sql`${which} select p.id from project p
      ${search.sort === 'holder' ? HOLDERS : sql``} where ${sql.join(parts, sql` and `)}
      order by ${orderOf(search.sort ?? 'title', search.down ?? false)}`)
    return rows.map(({ id }) => id!)
  }
  return inNetwork(ctx, async (tx) => {
    if (terms.length === 0) return read(tx, sql``, filters)
    const { rows } = await tx.execute<{ more: boolean }>(
      sql`${found(terms)} select exists (select from found where more) as more`,
    )
    return rows[0]!.more
      ? read(tx, sql``, [...filters, saying(terms)])
      : read(tx, found(terms), [...filters, AMONG])
  })
}

const HOLDERS = sql`left join lateral (
  select (array_agg(o.name order by ph.lead desc, o.name))[1] as name, count(*) as number from project_holder ph
  join organisation o on o.network_id = ph.network_id and o.id = ph.organisation_id
  where ph.network_id = p.network_id and ph.project_id = p.id) h on true`

async function readLines(tx: Transaction, search: ProjectSearch, terms: string[], where: SQL) {
  const order = orderOf(search.sort ?? 'title', search.down ?? false)
  const skip = (search.page - 1) * PROJECTS_PER_DESK_PAGE
  const page = sql`order by ${order} offset ${skip} limit ${PROJECTS_PER_DESK_PAGE}`
  // Holders of the page alone, unless they put it in order.
  const lines =
    search.sort === 'holder'
      ? sql`project p ${HOLDERS} where ${where} ${page}`
      : sql`(select p.* from project p where ${where} ${page}) p ${HOLDERS} order by ${order}`
  const { rows } = await tx.execute<ProjectLineOfDesk>(sql`
    ${terms.length ? found(terms) : sql``}
    select p.id, p.title, h.name as holder, greatest(h.number - 1, 0)::int as others, p.countries, p.status,
      p.published_at is not null as published,
      to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "updatedAt"
    from ${lines}`)
  return rows
}

/** Through the definer function: row by row under the policies, a search reads every project. */
const found = (terms: string[]) => sql`with found as materialized (
  select * from definer_search.found_projects(${sql.param(terms)}::text[], ${canBeUnfinished(terms)}))`

const AMONG = sql`p.id in (select id from found where id is not null)`

/** Its own words, or those of an organisation that holds it; asked of each, none of the others read (offset). */
function saying(terms: string[]): SQL {
  const query = sql`to_tsquery('maillage_fr', ${tsqueryText({ terms, unfinished: true })})`
  return sql`(p.search @@ ${query} or ${heldBy(sql`o.search @@ ${query} offset 0`)})`
}

function filtersOf(networkId: number, search: ProjectSearch): SQL[] {
  const parts: SQL[] = [sql`p.network_id = ${networkId}`]
  if (search.status === COUNTED) parts.push(sql`p.status <> 'abandoned'`)
  else if (search.status) parts.push(sql`p.status = ${search.status}`)
  if (search.country) parts.push(sql`${search.country} = any (p.countries)`)
  if (search.sector) parts.push(sql`${search.sector} = any (p.sectors)`)
  if (search.shown) parts.push(sql`(p.published_at is not null) = ${search.shown === 'published'}`)
  if (search.authorities) parts.push(heldBy(sql`o.kind = 'local_authority'`))
  return parts
}

const heldBy = (whom: SQL) => sql`exists (select 1 from project_holder ph
  join organisation o on o.network_id = ph.network_id and o.id = ph.organisation_id
  where ph.network_id = p.network_id and ph.project_id = p.id and ${whom})`

function orderOf(sort: ProjectSort, down: boolean): SQL {
  const way = down ? sql`desc` : sql`asc`
  const title = sql`p.title collate "fr-x-icu"`
  if (sort === 'title') return sql`${title} ${way}, p.id ${way}`
  const by = {
    holder: sql`h.name collate "fr-x-icu" ${way} nulls last`,
    country: sql`p.countries[1] ${way} nulls last`,
    status: sql`array_position(array['idea', 'planned', 'running', 'done', 'abandoned'], p.status) ${way}`,
    panorama: sql`(p.published_at is null) ${way}`,
    updated: sql`p.updated_at ${way}`,
  }
  return sql`${by[sort]}, ${title}, p.id`
}
