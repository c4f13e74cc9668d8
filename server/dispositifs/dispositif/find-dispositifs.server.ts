import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'

export type DispositifLine = {
  id: string
  code: string
  name: string
  funder: string
  intake: 'elsewhere' | 'here'
  published: boolean
  archived: boolean
  sessions: number
  /** Of all its sessions, drafts left aside. */
  dossiers: number
  /** Of the session that is open now, else of the next one. */
  opensAt: string | null
  closesAt: string | null
  timeZone: string | null
  callPublished: boolean | null
}

/** Those in use first, each with what is open or comes next. */
export async function findDispositifs(ctx: Context): Promise<DispositifLine[]> {
  demand(ctx, dispositifs['dispositif:read'])
  const now = ctx.clock.now().toISOString()
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<DispositifLine>(sql`
      select d.id, d.code, d.name, d.funder, d.intake, d.published_at is not null as published,
        d.archived_at is not null as archived, count(s.id)::int as sessions,
        coalesce(sum((select count(*) from dossier f where f.network_id = s.network_id and f.session_id = s.id
          and f.state <> 'draft')), 0)::int as dossiers,
        n.opens_at as "opensAt", n.closes_at as "closesAt", n.time_zone as "timeZone", n.published as "callPublished"
      from dispositif d
        left join dispositif_session s on s.network_id = d.network_id and s.dispositif_id = d.id
        left join lateral (select opens_at, closes_at, time_zone, published_at is not null as published from dispositif_session
          where network_id = d.network_id and dispositif_id = d.id and closes_at > ${now}
          order by opens_at limit 1) n on true
      where d.network_id = ${ctx.network.id}
      group by d.network_id, d.id, n.opens_at, n.closes_at, n.time_zone, n.published
      order by d.archived_at is not null, d.code collate "fr-x-icu", d.id`)
    return rows
  })
}
