import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { directory } from '../permissions.ts'
import { told } from './pairs.server.ts'
import { type Answer, LISTS, type TieList, type TieState } from './tie.ts'

export const TIES_PER_PAGE = 20

/** One end of a couple: what its listing shows, and by what it is known. */
export type TieSide = {
  id: string
  slug: string
  name: string
  acronym: string | null
  kind: string
  subkind: string | null
  address: string | null
  postalCode: string | null
  city: string | null
  website: string | null
  countries: string[]
  sectors: string[]
  description: string
  updatedAt: string
  /** Never the number itself: another network’s is not ours to tell. */
  knownBy: ('siren' | 'rna')[]
}

export type ListingTie = {
  ours: TieSide
  theirs: TieSide
  network: number
  state: TieState
  /** What each network said. */
  said: { ours: Answer | null; theirs: Answer | null; by: string | null; at: string | null }
  /** They count once nationally. */
  one: boolean
}
export type FoundTies = { ties: ListingTie[]; counts: Record<TieList, number>; page: number; total: number }

const side = (of: 'l' | 'r') => {
  const column = (name: string) => sql.raw(`${of}.${name}`)
  return sql`json_build_object('id', ${column('id')}, 'slug', ${column('slug')}, 'name', ${column('name')},
    'acronym', ${column('acronym')}, 'kind', ${column('kind')}, 'subkind', ${column('subkind')},
    'address', ${column('address')}, 'postalCode', ${column('postal_code')}, 'city', ${column('city')},
    'website', ${column('website')}, 'countries', ${column('countries')}, 'sectors', ${column('sectors')},
    'description', left(${column('description')}, 300), 'updatedAt', ${column('updated_at')},
    'knownBy', array_remove(array[case when ${column('siren')} is not null then 'siren' end,
      case when ${column('rna')} is not null then 'rna' end], null))`
}

/** The couples of one list, the ones that another network already confirmed first. */
export async function findListingTies(ctx: Context, list: TieList, asked: number): Promise<FoundTies> {
  demand(ctx, directory['listing:tie'])
  return inNetwork(ctx, async (tx) => {
    const { rows: numbers } = await tx.execute<{ state: TieState; n: number }>(
      sql`with ${told(ctx)} select state, count(*)::int as n from told group by state`,
    )
    const counts = Object.fromEntries(
      Object.entries(LISTS).map(([name, states]) => [
        name,
        numbers
          .filter(({ state }) => (states as readonly string[]).includes(state))
          .reduce((all, { n }) => all + n, 0),
      ]),
    ) as Record<TieList, number>
    const page = Math.min(asked, Math.max(1, Math.ceil(counts[list] / TIES_PER_PAGE)))
    const { rows: ties } = await tx.execute<ListingTie>(sql`
      with ${told(ctx)}
      select ${side('l')} as ours, ${side('r')} as theirs, told.network, told.state, coalesce(told.one, false) as one,
        json_build_object('ours', told.ours, 'theirs', told.theirs, 'by', a.name, 'at', told."oursAt") as said
      from told
      join organisation_listing l on l.network_id = ${ctx.network.id} and l.id = told.own
      join organisation_listing r on r.network_id = told.network and r.id = told.other
      left join account a on a.id = told."oursBy"
      where told.state = any (${sql.param([...LISTS[list]])}::text[])
      order by told.state, coalesce(told."oursAt", told."theirsAt") desc nulls last, l.name collate "fr-x-icu",
        told.network, told.own, told.other
      limit ${TIES_PER_PAGE} offset ${(page - 1) * TIES_PER_PAGE}`)
    return { ties, counts, page, total: counts[list] }
  })
}
