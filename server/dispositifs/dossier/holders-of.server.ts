import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

type Named = { id: string; name: string }

/** Whose dossier it is, the lead first; its sponsor and the colleague who follows it, by name. */
export async function holdersOf(tx: Transaction, ctx: NetworkContext, id: string) {
  const { rows } = await tx.execute<{ holders: Named[]; sponsor: Named | null; assignee: string | null }>(sql`
    select (select coalesce(jsonb_agg(jsonb_build_object('id', o.id, 'name', o.name)
          order by h.lead desc, o.name collate "fr-x-icu"), '[]')
        from dossier_holder h join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
        where h.network_id = d.network_id and h.dossier_id = d.id) as holders,
      (select jsonb_build_object('id', o.id, 'name', o.name) from organisation o
        where o.network_id = d.network_id and o.id = d.sponsor_id) as sponsor,
      (select name from account where id = d.assignee_id) as assignee
    from dossier d where d.network_id = ${ctx.network.id} and d.id = ${id}`)
  return rows[0]!
}
