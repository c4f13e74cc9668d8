import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { FINANCED } from '../figures/what-counts.ts'

/**
 * Writes again what the public reads of those retained by a session, in the transaction of whatever changed
 * it, which holds the session: nothing while the list is not published. Names of organisations and titles, and
 * nothing of a person. A dossier that was emptied keeps the line it had.
 */
export async function refreshLaureates(tx: Transaction, ctx: NetworkContext, sessionId: string) {
  await tx.execute(sql`
    delete from laureate_listing l using dossier d, dispositif_session s
    where l.network_id = ${ctx.network.id} and l.session_id = ${sessionId}
      and d.network_id = l.network_id and d.id = l.id and s.network_id = l.network_id and s.id = l.session_id
      and (d.emptied_at is null or s.laureates_published_at is null)`)
  await tx.execute(sql`
    insert into laureate_listing
      (network_id, id, session_id, dispositif_id, holders, title, countries, amount_cents, published_at)
    select d.network_id, d.id, s.id, s.dispositif_id,
      array(select o.name from dossier_holder h
        join organisation o on o.network_id = h.network_id and o.id = h.organisation_id
        where h.network_id = d.network_id and h.dossier_id = d.id
        order by h.lead desc, o.name collate "fr-x-icu"),
      d.title, d.countries, case when s.laureates_amounts then d.granted_cents end, s.laureates_published_at
    from dossier d join dispositif_session s on s.network_id = d.network_id and s.id = d.session_id
    where d.network_id = ${ctx.network.id} and s.id = ${sessionId} and s.laureates_published_at is not null
      and d.emptied_at is null and d.state = any (${sql.param([...FINANCED])}::text[])`)
}
