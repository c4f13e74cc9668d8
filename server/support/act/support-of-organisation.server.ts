import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { findRepresented } from '#server/crm/public.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand, may } from '#server/kernel/permissions.ts'
import { desk } from '#server/kernel/rules.ts'
import { support } from '../permissions.ts'
import type { Channel, Family, Kind } from './act.ts'

/** What an organisation is told of the support it had. */
export type SupportTold = {
  id: string
  happenedOn: string
  minutes: number
  family: Family
  kind: Kind
  channel: Channel | null
  topic: string
  /** What was agreed; what the team notes for itself, its next step included, is never here. */
  agreed: string
  by: string | null
}

const MOST_TOLD = 100

/** Who looked after an organisation and what was agreed: for its representatives, and for the team. */
export async function supportOfOrganisation(ctx: Context, organisationId: string): Promise<SupportTold[]> {
  demand(ctx, desk['space:enter'])
  if (!ctx.network.modules.includes('support')) return []
  const represented = may(ctx, support['act:read']) ? null : await findRepresented(ctx)
  if (represented && !represented.some(({ id }) => id === organisationId)) throw notFound()
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<SupportTold>(sql`
      select a.id, a.happened_on::text as "happenedOn", a.minutes, a.family, a.kind, a.channel, a.topic, a.agreed,
        c.name as by
      from support_act a join support_act_organisation l on l.network_id = a.network_id and l.act_id = a.id
      left join account c on c.id = a.account_id
      where a.network_id = ${ctx.network.id} and l.organisation_id = ${organisationId}::uuid and a.removed_at is null
      order by a.happened_on desc, a.id desc limit ${MOST_TOLD}`)
    return rows
  })
}
