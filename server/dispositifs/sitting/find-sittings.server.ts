import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'

export type SittingLine = {
  id: string
  name: string
  startsAt: Date
  place: string
  sessions: string[]
  members: number
  items: number
  done: number
  signed: boolean
}

/** Every sitting of the network, the next or last one first. */
export async function findSittings(ctx: Context): Promise<SittingLine[]> {
  demand(ctx, dispositifs['jury:read'])
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute<SittingLine>(sql`
      select g.id, g.name, g.starts_at as "startsAt", g.place, g.signed_round >= g.round as signed,
        array(select p.code || ' · ' || n.name from sitting_session x
          join dispositif_session n on n.network_id = x.network_id and n.id = x.session_id
          join dispositif p on p.network_id = n.network_id and p.id = n.dispositif_id
          where x.network_id = g.network_id and x.sitting_id = g.id order by p.code, n.opens_at) as sessions,
        (select count(*)::int from sitting_member m where m.network_id = g.network_id and m.sitting_id = g.id
          and m.round = g.round) as members,
        (select count(*)::int from sitting_item t where t.network_id = g.network_id and t.sitting_id = g.id
          and t.round = g.round) as items,
        (select count(t.opinion)::int from sitting_item t where t.network_id = g.network_id and t.sitting_id = g.id
          and t.round = g.round) as done
      from sitting g where g.network_id = ${ctx.network.id} order by g.starts_at desc, g.id limit 200`),
  )
  return rows
}

/** What the form of a sitting offers: sessions lately open, and the pool. */
export async function sittingChoices(ctx: Context, id: string | null) {
  demand(ctx, dispositifs['jury:read'])
  return inNetwork(ctx, async (tx) => {
    const { rows: sessions } = await tx.execute<{ id: string; label: string; chosen: boolean }>(sql`
      select n.id, p.code || ' · ' || n.name as label, x.session_id is not null as chosen from dispositif_session n
        join dispositif p on p.network_id = n.network_id and p.id = n.dispositif_id
        left join sitting_session x on x.network_id = n.network_id and x.session_id = n.id and x.sitting_id = ${id}::uuid
      where n.network_id = ${ctx.network.id} and p.archived_at is null
      order by n.closes_at desc, p.code, n.id limit 60`)
    const { rows: people } = await tx.execute<{
      id: string
      label: string
      chosen: boolean
      chair: boolean
    }>(sql`
      select i.id, i.name || coalesce(' (' || nullif(coalesce(o.name, i.organisation_name), '') || ')', '') as label,
        m.id is not null as chosen, coalesce(m.chair, false) as chair
      from instructor i left join organisation o on o.network_id = i.network_id and o.id = i.organisation_id
        left join sitting g on g.network_id = i.network_id and g.id = ${id}::uuid
        left join sitting_member m on m.network_id = i.network_id and m.sitting_id = g.id and m.round = g.round
          and m.instructor_id = i.id
      where i.network_id = ${ctx.network.id} and (i.ended_at is null or m.id is not null)
      order by i.name collate "fr-x-icu", i.id`)
    const { rows: guests } = await tx.execute<{ name: string; organisation: string }>(sql`
      select m.name, m.organisation_name as organisation from sitting_member m
        join sitting g on g.network_id = m.network_id and g.id = m.sitting_id and g.round = m.round
      where m.network_id = ${ctx.network.id} and m.sitting_id = ${id}::uuid and m.instructor_id is null order by m.name`)
    return { sessions, people, guests }
  })
}
