import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { RecordPart } from '../organisation/record-part.ts'
import { crm } from '../permissions.ts'

export type TagLine = { id: string; name: string; colour: string; organisations: number }
export type TagOfRecord = { id: string; name: string; colour: string; worn: boolean }

/** The team's tags by name, and how many records wear each. */
export async function findTags(ctx: Context): Promise<TagLine[]> {
  demand(ctx, crm['organisation:read'])
  return inNetwork(ctx, async (tx) => {
    const { rows } = await tx.execute<TagLine>(sql`
      select g.id, g.name, g.colour, (select count(*)::int from organisation_tag l
        where l.network_id = g.network_id and l.tag_id = g.id) as organisations
      from tag g where g.network_id = ${ctx.network.id} order by g.name collate "fr-x-icu", g.id`)
    return rows
  })
}

/** Every tag of the team, and whether this record wears it. */
export const tagsOfRecord: RecordPart<TagOfRecord[]> = {
  rule: crm['organisation:read'],
  json: (ctx, organisationId) => sql`
    select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name, 'colour', g.colour,
        'worn', l.tag_id is not null) order by g.name collate "fr-x-icu"), '[]')
    from tag g left join organisation_tag l on l.network_id = g.network_id and l.tag_id = g.id
      and l.organisation_id = ${organisationId}
    where g.network_id = ${ctx.network.id}`,
}
