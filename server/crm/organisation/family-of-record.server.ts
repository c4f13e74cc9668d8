import { sql } from 'drizzle-orm'
import { crm } from '../permissions.ts'
import type { RecordPart } from './record-part.ts'

type Relative = { id: string; name: string; place: string | null }
export type Family = { parent: Relative | null; branches: Relative[] }

/** What it is a branch of, and its own branches. */
export const familyOfRecord: RecordPart<Family> = {
  rule: crm['organisation:read'],
  json: (ctx, organisationId) => sql`
    select jsonb_build_object(
      'parent', (select jsonb_build_object('id', p.id, 'name', p.name, 'place', p.city)
        from organisation o join organisation p on p.network_id = o.network_id and p.id = o.parent_id
        where o.network_id = ${ctx.network.id} and o.id = ${organisationId}),
      'branches', (select coalesce(jsonb_agg(jsonb_build_object('id', b.id, 'name', b.name, 'place', b.city)
          order by b.name collate "fr-x-icu", b.id), '[]')
        from organisation b where b.network_id = ${ctx.network.id} and b.parent_id = ${organisationId}))`,
}
