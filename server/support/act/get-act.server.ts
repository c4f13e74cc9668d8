import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { support } from '../permissions.ts'
import type { Channel, Kind } from './act.ts'

export type Act = {
  id: string
  version: number
  happenedOn: string
  minutes: number
  kind: Kind
  channel: Channel | null
  topic: string
  projectId: string | null
  agreed: string
  note: string
  nextStep: string
  nextOn: string | null
  nextDone: boolean
  by: string | null
  organisations: { id: string; name: string }[]
}

export async function getAct(ctx: Context, id: string): Promise<Act> {
  demand(ctx, support['act:read'])
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<Act>(sql`
      select a.id, a.version, a.happened_on::text as "happenedOn", a.minutes, a.kind, a.channel, a.topic,
        a.project_id as "projectId", a.agreed, a.note, a.next_step as "nextStep", a.next_on::text as "nextOn",
        a.next_done_at is not null as "nextDone", c.name as by,
        (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name) order by o.name), '[]')
          from support_act_organisation l join organisation o on o.network_id = l.network_id and o.id = l.organisation_id
          where l.network_id = a.network_id and l.act_id = a.id) as organisations
      from support_act a left join account c on c.id = a.account_id
      where a.network_id = ${ctx.network.id} and a.id = ${id} and a.removed_at is null`)
    if (!rows[0]) throw notFound()
    return rows[0]
  })
}
