import { type SQL, sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { searchedOrganisations, searchedPeople } from '../organisation/searched.server.ts'
import { crm } from '../permissions.ts'
import { currentPosition } from './current-position.server.ts'
import { PEOPLE_PER_PAGE, type PersonSearch, type PersonSort } from './find-people.schema.ts'
import type { Standing } from './person.ts'

export type PersonLine = {
  id: string
  givenName: string
  familyName: string
  email: string | null
  phone: string | null
  lastContactOn: string | null
  updatedAt: string
  positions: { organisationId: string; organisation: string; function: string; standing: Standing }[]
}

/** Past these nobody reads on: the words are to be made more precise, and the page says « more than ». */
const MOST_FOUND = 3000
/** Whose people are listed for their name. */
const MOST_ORGANISATIONS = 200
/** Whose own name, or another name, holds the words: not those where somebody else does. */
const BY_NAME = 2

/** One page of the people a network knows, in the order of their names unless another is asked. */
export async function findPeople(ctx: Context, search: PersonSearch) {
  demand(ctx, crm['person:read'])
  const skip = (search.page - 1) * PEOPLE_PER_PAGE
  const met = searchedPeople(search.q, MOST_FOUND + 1) ?? sql`select null::uuid as id where false`
  const where = sql.join(conditionsOf(ctx, search), sql` and `)
  // Words leave few, counted as they are found; the whole is counted from an index.
  const counting = search.q ? sql`count(*) over ()` : sql`(select count(*) from person p where ${where})`
  const order = orderOf(search.sort ?? 'name', search.down ?? false)
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<PersonLine & { total: number; more: boolean }>(sql`
      with met as materialized (${met}), found as (select p.*, ${counting} as total from person p where ${where}
        order by ${order} offset ${skip} limit ${PEOPLE_PER_PAGE})
      select p.id, (select count(*) from met) > ${MOST_FOUND} as more, p.given_name as "givenName", p.family_name as "familyName", p.email, p.phone,
        p.last_contact_on::text as "lastContactOn", p.total,
        to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "updatedAt",
        (select coalesce(jsonb_agg(jsonb_build_object('organisationId', o.id, 'organisation', o.name,
            'function', q.function, 'standing', q.standing) order by q.started_on desc nulls last, q.id), '[]')
          from person_position q join organisation o
            on o.network_id = q.network_id and o.id = q.organisation_id
          where q.network_id = p.network_id and q.person_id = p.id and ${currentPosition(ctx)}) as positions
      from found p order by ${order}`)
    const items = rows.map(({ total, more, ...line }) => line)
    const { total, more } = rows[0] ?? (skip === 0 ? { total: 0, more: false } : await totalOf())
    const told = more ? Math.min(Number(total), MOST_FOUND) : Number(total)
    return { items, total: told, more, page: search.page, perPage: PEOPLE_PER_PAGE }
    async function totalOf() {
      const counted = await tx.execute<{ total: number; more: boolean }>(sql`
        with met as materialized (${met})
        select count(*) as total, (select count(*) from met) > ${MOST_FOUND} as more from person p where ${where}`)
      return counted.rows[0]!
    }
  })
}

/** `met` gives those whose own name or address answers the words. */
function conditionsOf(ctx: NetworkContext, { q, standing, quiet }: PersonSearch): SQL[] {
  const mine = ctx.network.id
  const conditions = [sql`p.network_id = ${mine}`]
  const organisations = searchedOrganisations(q, { skip: 0, take: MOST_ORGANISATIONS })
  if (organisations)
    conditions.push(sql`p.id in (select id from met union
      select q.person_id from (${organisations}) f
      join person_position q on q.network_id = ${mine} and q.organisation_id = f.id and f.rank < ${BY_NAME})`)
  if (standing)
    conditions.push(sql`exists (select 1 from person_position q where q.network_id = ${mine}
      and q.person_id = p.id and q.standing = ${standing} and ${currentPosition(ctx)})`)
  if (quiet === 'never') conditions.push(sql`p.last_contact_on is null`)
  else if (quiet) {
    const since = sql`(${today(ctx.clock, ctx.network.timeZone)}::date - make_interval(years => ${Number(quiet)}))`
    conditions.push(sql`(p.last_contact_on is null or p.last_contact_on < ${since})`)
  }
  return conditions
}

const NAME = sql`p.family_name collate "fr-x-icu", p.given_name collate "fr-x-icu", p.id`

function orderOf(sort: PersonSort, down: boolean): SQL {
  const way = down ? sql`desc` : sql`asc`
  if (sort === 'name')
    return down
      ? sql`p.family_name collate "fr-x-icu" desc, p.given_name collate "fr-x-icu" desc, p.id desc`
      : NAME
  if (sort === 'contact') return sql`p.last_contact_on ${way} nulls ${down ? sql`last` : sql`first`}, ${NAME}`
  return sql`p.updated_at ${way}, ${NAME}`
}
