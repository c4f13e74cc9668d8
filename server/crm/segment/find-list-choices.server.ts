import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { type TeamName, teamNamesSql } from '#server/identity/public.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { ownFieldsSql } from '../own-field/find-own-fields.server.ts'
import type { OwnField } from '../own-field/own-field.ts'
import { crm } from '../permissions.ts'

export type SegmentLine = {
  id: string
  name: string
  query: string
  shared: boolean
  own: boolean
  by: string | null
}
export type ListChoices = {
  segments: SegmentLine[]
  tags: { id: string; name: string; colour: string }[]
  team: TeamName[]
  fields: OwnField[]
  /** Years somebody was a member, the last first. */
  years: number[]
}

/** What the list of records can be narrowed to in this network, and the filters kept under a name. */
export async function findListChoices(ctx: Context): Promise<ListChoices> {
  demand(ctx, crm['organisation:read'])
  const mine = ctx.network.id
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<ListChoices>(sql`select
      (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'query', s.query,
          'shared', s.shared, 'own', s.account_id = ${ctx.account.id}, 'by', a.name)
        order by s.name collate "fr-x-icu", s.id), '[]')
        from segment s left join account a on a.id = s.account_id
        where s.network_id = ${mine} and (s.shared or s.account_id = ${ctx.account.id})) as segments,
      (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'colour', g.colour)
        order by g.name collate "fr-x-icu"), '[]') from tag g where g.network_id = ${mine}) as tags,
      (select coalesce(jsonb_agg(p), '[]') from (${teamNamesSql(ctx)}) p) as team,
      (${ownFieldsSql(ctx)}) as fields,
      (select coalesce(jsonb_agg(year order by year desc), '[]')
        from (select distinct year from membership where network_id = ${mine}) y) as years`)
    return rows[0]!
  })
}
