import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'

export type OrganisationCounts = {
  organisations: number
  actors: number
  listed: number
  members: number
  year: number
}

/** An actor is an organisation with at least one project: the barometer's unit. */
export async function countOrganisations(ctx: Context): Promise<OrganisationCounts> {
  demand(ctx, crm['organisation:read'])
  const year = Number(today(ctx.clock, ctx.network.timeZone).slice(0, 4))
  const mine = ctx.network.id
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<Omit<OrganisationCounts, 'year'>>(sql`select
      (select count(*)::int from organisation where network_id = ${mine}) as organisations,
      (select count(distinct organisation_id)::int from project_holder where network_id = ${mine}) as actors,
      (select count(*)::int from organisation where network_id = ${mine} and published_at is not null) as listed,
      (select count(*)::int from membership where network_id = ${mine} and year = ${year}) as members`)
    return { ...rows[0]!, year }
  })
}
