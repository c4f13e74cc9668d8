import { type SQL, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { holdingPerson, searchedOrganisations, searchedPeople } from '../organisation/searched.server.ts'
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
const MOST_FOUND = 1000
/** Whose people are listed for their name. */
const MOST_ORGANISATIONS = 200
/** Whose own name, or another name, holds the words: not those where somebody else does. */
const BY_NAME = 2

type Counted = { total: number; more: boolean; mended: boolean }
const NONE: Counted = { total: 0, more: false, mended: false }
const howMany = sql`(select count(*) from met) > ${MOST_FOUND} as more,
  coalesce((select mended from met limit 1), false) as mended`

/** One page of the people a network knows, in the order of their names unless another is asked. */
export async function findPeople(ctx: Context, search: PersonSearch) {
  demand(ctx, crm['person:read'])
  return inNetwork(ctx, async (tx) => {
    const found = await readPage(tx, ctx, search, searchedPeople(search.q, MOST_FOUND + 1))
    // Very many bear the words: the filters and the order go first, then each is looked at.
    return found.more && !found.mended ? readPage(tx, ctx, search, null) : found
  })
}

/** `met`: those whose own name or address answers the words; null: they are looked at one by one. */
async function readPage(tx: Transaction, ctx: NetworkContext, search: PersonSearch, met: SQL | null) {
  const skip = (search.page - 1) * PEOPLE_PER_PAGE
  const filters = filtersOf(ctx, search)
  const where = sql.join([...wordsOf(ctx, search.q, met !== null), ...filters], sql` and `)
  const uncounted = search.q !== '' && met === null && filters.length === 0
  const order = orderOf(search.sort ?? 'name', search.down ?? false)
  // Words leave few, counted as they are found; the whole is counted from an index.
  const counting = uncounted
    ? sql`${MOST_FOUND}::int`
    : search.q
      ? sql`count(*) over ()`
      : sql`(select count(*) from person p where ${where})`
  const answering = sql`met as materialized (${met ?? sql`select null::uuid as id, false as mended where false`})`
  const { rows } = await tx.execute<PersonLine & Counted>(sql`
    with ${answering}, found as (select p.*, ${counting} as total from person p where ${where}
      order by ${order} offset ${skip} limit ${PEOPLE_PER_PAGE})
    select p.id, ${howMany}, p.given_name as "givenName", p.family_name as "familyName", p.email, p.phone,
      p.last_contact_on::text as "lastContactOn", p.total,
      to_char(p.updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "updatedAt",
      (select coalesce(jsonb_agg(jsonb_build_object('organisationId', o.id, 'organisation', o.name,
          'function', q.function, 'standing', q.standing) order by q.started_on desc nulls last, q.id), '[]')
        from person_position q join organisation o
          on o.network_id = q.network_id and o.id = q.organisation_id
        where q.network_id = p.network_id and q.person_id = p.id and ${currentPosition(ctx)}) as positions
    from found p order by ${order}`)
  const items = rows.map(({ total, more, mended, ...line }) => line)
  const { total, more, mended } = rows[0] ?? (skip === 0 ? NONE : await totalOf())
  return {
    items,
    total: more ? Math.min(Number(total), MOST_FOUND) : Number(total),
    more: more || uncounted,
    mended,
    page: search.page,
    perPage: PEOPLE_PER_PAGE,
  }
  async function totalOf() {
    if (uncounted) return { ...NONE, total: MOST_FOUND, more: true }
    const counted = await tx.execute<Counted>(sql`
      with ${answering}
      select count(*) as total, ${howMany} from person p where ${where}`)
    return counted.rows[0]!
  }
}

/** Those who answer the words by themselves, or are where the name answers. */
function wordsOf(ctx: NetworkContext, q: string, met: boolean): SQL[] {
  const mine = sql`p.network_id = ${ctx.network.id}`
  const organisations = searchedOrganisations(q, { skip: 0, take: MOST_ORGANISATIONS })
  if (!organisations) return [mine]
  const there = sql`select q.person_id from (${organisations}) f
    join person_position q on q.network_id = ${ctx.network.id} and q.organisation_id = f.id and f.rank < ${BY_NAME}`
  return [
    mine,
    met ? sql`p.id in (select id from met union ${there})` : sql`(${holdingPerson(q)} or p.id in (${there}))`,
  ]
}

function filtersOf(ctx: NetworkContext, { standing, quiet }: PersonSearch): SQL[] {
  const filters: SQL[] = []
  if (standing)
    filters.push(sql`exists (select 1 from person_position q where q.network_id = ${ctx.network.id}
      and q.person_id = p.id and q.standing = ${standing} and ${currentPosition(ctx)})`)
  if (quiet === 'never') filters.push(sql`p.last_contact_on is null`)
  else if (quiet) {
    const since = sql`(${today(ctx.clock, ctx.network.timeZone)}::date - make_interval(years => ${Number(quiet)}))`
    filters.push(sql`(p.last_contact_on is null or p.last_contact_on < ${since})`)
  }
  return filters
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
