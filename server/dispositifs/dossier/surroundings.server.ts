import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import type { DossierFacts } from '../rule/dossier-facts.ts'
import { sponsorAccredited } from '../sponsor/accredited.server.ts'

export type Surroundings = Pick<
  DossierFacts,
  'holder' | 'department' | 'holderFiles' | 'session' | 'sponsorAccredited'
>

/** What is judged: the answers, and what is known beside them. A seat the team does not know is as the form says. */
export const judged = (facts: DossierFacts, around: Surroundings): DossierFacts => ({
  ...facts,
  ...around,
  department: around.department ?? facts.department,
})

type Around = {
  id: string
  kind: string | null
  subkind: string | null
  department: string | null
  holderFiles: number
  actionsFrom: string | null
  actionsTo: string | null
  sponsorAccredited: boolean | null
}

/**
 * What the rules ask that no form says: of the lead holder, of its other files, of the session's days. Each is
 * looked up by its key: left to choose, the planner reads all the dossiers of the network.
 */
export async function surroundings(tx: Transaction, ctx: NetworkContext, ids: string[]) {
  const { rows } = await tx.execute<Around>(sql`
    select d.id, o.kind, o.subkind, o.department, s.actions_from::text as "actionsFrom",
      s.actions_to::text as "actionsTo", ${sponsorAccredited} as "sponsorAccredited",
      (select count(distinct f.id)::int from dossier_holder h
        join dossier f on f.network_id = h.network_id and f.id = h.dossier_id
        where h.network_id = d.network_id and h.organisation_id = l.organisation_id and f.session_id = d.session_id
          and f.state not in ('withdrawn', 'merged')) as "holderFiles"
    from unnest(${sql.param(ids)}::uuid[]) as q(id)
      join lateral (select * from dossier f where f.network_id = ${ctx.network.id} and f.id = q.id limit 1) d on true
      join dispositif_session s on s.network_id = d.network_id and s.id = d.session_id
      left join dossier_holder l on l.network_id = d.network_id and l.dossier_id = d.id and l.lead
      left join organisation o on o.network_id = l.network_id and o.id = l.organisation_id
    where d.network_id = ${ctx.network.id}`)
  return new Map(
    rows.map(({ id, kind, subkind, actionsFrom, actionsTo, ...known }) => [
      id,
      {
        ...known,
        holder: kind ? { kind, subkind } : null,
        session: { actionsFrom, actionsTo },
      },
    ]),
  )
}
