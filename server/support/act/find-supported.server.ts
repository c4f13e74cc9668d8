import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { support } from '../permissions.ts'
import { actsKept, inBothFamilies } from './acts-kept.server.ts'
import { ACTS_PER_PAGE, type ActSearch } from './find-acts.schema.ts'
import { totalsOf } from './find-acts.server.ts'

export type SupportedLine = {
  id: string
  name: string
  kind: string
  city: string | null
  acts: number
  minutes: number
  last: string
}

/** The organisations that the acts kept were for, each once: the rows behind « structures accompagnées ». */
export async function findSupported(ctx: Context, search: ActSearch) {
  demand(ctx, support['act:read'])
  return inNetwork(ctx, async (tx) => {
    const kept = actsKept(ctx, search)
    // Of those asked for both families, the acts of the others that were there with them are left out.
    const only = search.both ? sql`and o.id in (${inBothFamilies(ctx, search.year)})` : sql``
    const { rows } = await tx.execute<SupportedLine & { total: number }>(sql`
      select o.id, o.name, o.kind, o.city, count(*)::int as acts, sum(a.minutes)::int as minutes,
        max(a.happened_on)::text as last, count(*) over ()::int as total
      from support_act a
      join support_act_organisation l on l.network_id = a.network_id and l.act_id = a.id
      join organisation o on o.network_id = l.network_id and o.id = l.organisation_id
      where ${kept} ${only}
      group by o.network_id, o.id order by o.name collate "fr-x-icu", o.id
      offset ${(search.page - 1) * ACTS_PER_PAGE} limit ${ACTS_PER_PAGE}`)
    const items = rows.map(({ total, ...line }) => line)
    const totals = await totalsOf(tx, kept)
    const total = rows[0]?.total ?? totals.organisations
    return { items, totals, total, page: search.page, pages: Math.max(1, Math.ceil(total / ACTS_PER_PAGE)) }
  })
}
