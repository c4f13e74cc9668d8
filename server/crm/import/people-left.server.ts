import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { may } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'

export type PersonLeft = { id: string; name: string; organisation: string | null }

const MOST_NAMED = 200

/** Those an import wrote of and its undoing left as they are, somebody having touched them since. */
export async function peopleLeft(tx: Transaction, ctx: StaffContext, importId: string) {
  const { rows } = await tx.execute<PersonLeft>(sql`
    select distinct on (p.family_name collate "fr-x-icu", p.given_name collate "fr-x-icu", p.id) p.id,
      trim(p.given_name || ' ' || p.family_name) as name, o.name as organisation
    from organisation_import_line l
      cross join lateral jsonb_to_recordset(l.people) as w("personId" uuid, outcome text)
      join person p on p.network_id = l.network_id and p.id = w."personId"
      left join organisation o on o.network_id = l.network_id and o.id = l.organisation_id
    where l.network_id = ${ctx.network.id} and l.import_id = ${importId}
      and l.people @> '[{"outcome": "touched"}]' and w.outcome = 'touched'
    order by p.family_name collate "fr-x-icu", p.given_name collate "fr-x-icu", p.id`)
  return { count: rows.length, first: may(ctx, crm['person:read']) ? rows.slice(0, MOST_NAMED) : [] }
}
