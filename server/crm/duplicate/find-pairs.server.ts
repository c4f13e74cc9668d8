import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { TodoProvider } from '#server/kernel/todo/todo.ts'
import { crm } from '../permissions.ts'
import { CERTAINTIES, type Certainty, PROPOSED, type Reason } from './alike.ts'

export const PAIRS_PER_PAGE = 20
const LAST_PAGE = 5000
const LEVELS = Object.keys(CERTAINTIES) as [Certainty, ...Certainty[]]

/** What an address asks and cannot be understood is left out. */
export const pairSearch = z.object({
  certainty: z.enum(LEVELS).optional().catch(undefined),
  /** Those somebody said are two organisations. */
  apart: z.boolean().default(false),
  q: z.string().trim().max(200).catch(''),
  page: z.coerce.number().int().min(1).max(LAST_PAGE).catch(1),
})
export type PairSearch = z.output<typeof pairSearch>

export type PairSide = {
  id: string
  name: string
  acronym: string | null
  kind: string
  subkind: string | null
  postalCode: string | null
  city: string | null
  siren: string | null
  rna: string | null
  website: string | null
  published: boolean
  updatedAt: string
}
export type PairLine = {
  left: PairSide
  right: PairSide
  score: number
  reasons: Reason[]
  apartAt: string | null
  apartBy: string | null
}

const side = (alias: string) =>
  sql.raw(`jsonb_build_object('id', ${alias}.id, 'name', ${alias}.name, 'acronym', ${alias}.acronym,
    'kind', ${alias}.kind, 'subkind', ${alias}.subkind, 'postalCode', ${alias}.postal_code, 'city', ${alias}.city,
    'siren', ${alias}.siren, 'rna', ${alias}.rna, 'website', ${alias}.website,
    'published', ${alias}.published_at is not null, 'updatedAt', ${alias}.updated_at)`)

type PairsFound = { pairs: PairLine[]; total: number; page: number; perPage: number }

/** Pairs that await somebody, most certain first; or those that were told apart, the last first. */
export async function findPairs(ctx: Context, search: PairSearch): Promise<PairsFound> {
  const { certainty, apart, q, page } = search
  demand(ctx, crm['organisation:merge'])
  const at = certainty ? LEVELS.indexOf(certainty) : -1
  const least = certainty ? CERTAINTIES[certainty] : 0
  const below = at > 0 ? CERTAINTIES[LEVELS[at - 1]!] : 101
  const order = apart ? sql`d.apart_at desc` : sql`d.score desc`
  const words = `%${q.replace(/[\\%_]/g, '\\$&')}%`
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<PairLine & { total: number }>(sql`
      select ${side('l')} as left, ${side('r')} as right, d.score, d.reasons, d.apart_at as "apartAt",
        a.name as "apartBy", count(*) over ()::int as total
      from duplicate_pair d
        join organisation l on l.network_id = d.network_id and l.id = d.left_id
        join organisation r on r.network_id = d.network_id and r.id = d.right_id
        left join account a on a.id = d.apart_by
      where d.network_id = ${ctx.network.id} and d.apart_at is ${apart ? sql`not null` : sql`null`}
        and d.score >= ${least} and d.score < ${below}
        and (${q} = '' or unaccent(l.name) ilike unaccent(${words}) or unaccent(r.name) ilike unaccent(${words}))
      order by ${order}, d.left_id, d.right_id
      limit ${PAIRS_PER_PAGE} offset ${(page - 1) * PAIRS_PER_PAGE}`)
    // Past the last page no row says how many there are.
    const past = page > 1 && rows.length === 0
    const total = past ? (await findPairs(ctx, { ...search, page: 1 })).total : (rows[0]?.total ?? 0)
    return { pairs: rows.map(({ total: _, ...pair }) => pair), total, page, perPage: PAIRS_PER_PAGE }
  })
}

/** How many await somebody, at each certainty. */
export async function countPairs(ctx: Context): Promise<Record<Certainty | 'all', number>> {
  demand(ctx, crm['organisation:merge'])
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<Record<Certainty | 'all', number>>(sql`
      select count(*)::int as "all",
        count(*) filter (where score >= ${CERTAINTIES.sure})::int as sure,
        count(*) filter (where score >= ${CERTAINTIES.likely} and score < ${CERTAINTIES.sure})::int as likely,
        count(*) filter (where score >= ${PROPOSED} and score < ${CERTAINTIES.likely})::int as possible
      from duplicate_pair where network_id = ${ctx.network.id} and apart_at is null`)
    return rows[0]!
  })
}

export const waitingPairs = async (ctx: Context) => (await countPairs(ctx)).all

/** Pairs that are probably one organisation, the most certain first. */
export const duplicatesToSettle: TodoProvider = {
  name: 'duplicates',
  rule: crm['organisation:merge'],
  all: 'doublons',
  find: async (tx, ctx, most) => {
    const { rows } = await tx.execute<{
      left: string
      right: string
      name: string
      found: string
      total: number
    }>(sql`
      select d.left_id as "left", d.right_id as "right", l.name || ' / ' || r.name as name,
        d.found_at as found, count(*) over ()::int as total
      from duplicate_pair d
        join organisation l on l.network_id = d.network_id and l.id = d.left_id
        join organisation r on r.network_id = d.network_id and r.id = d.right_id
      where d.network_id = ${ctx.network.id} and d.apart_at is null and d.score >= ${CERTAINTIES.likely}
      order by d.score desc, d.left_id, d.right_id limit ${most}`)
    const lines = rows.map(({ left, right, name, found }) => ({
      kind: 'duplicate',
      title: name,
      since: new Date(found).toISOString(),
      path: `doublons/${left}/${right}`,
    }))
    return { lines, total: rows[0]?.total ?? 0 }
  },
}
