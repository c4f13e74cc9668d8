import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import type { KnownDossier } from './judge-decisions.ts'

/** The dossiers of a session as lines of a file are compared with them. */
export async function knownDossiers(tx: Transaction, ctx: NetworkContext, sessionId: string) {
  const { rows } = await tx.execute<KnownDossier>(sql`
    select d.id, d.number, d.title, d.external_number as "externalNumber", d.state,
      d.requested_cents as "requestedCents", d.granted_cents as "grantedCents", n.decided_on::text as "decidedOn",
      coalesce(n.number, 0) as decisions
    from dossier d left join lateral (select decided_on, number from dossier_decision x
      where x.network_id = d.network_id and x.dossier_id = d.id order by x.number desc limit 1) n on true
    where d.network_id = ${ctx.network.id} and d.session_id = ${sessionId} and d.state <> 'merged'
    order by d.number`)
  return rows
}
