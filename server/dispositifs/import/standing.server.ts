import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import type { Standing } from './compare-line.ts'
import type { Given } from './read-line.ts'

export type StandingDossier = Standing & {
  id: string
  number: string
  state: string
  leadId: string | null
  title: string
  updatedAt: string
}

/**
 * The dossiers of a session that the funder's platform has named, by the number it gives them; those of some
 * numbers are held, so that nothing is written over what somebody saves meanwhile.
 */
export async function standingDossiers(
  tx: Transaction,
  ctx: NetworkContext,
  sessionId: string,
  numbers: readonly string[] | null,
): Promise<Map<string, StandingDossier>> {
  const { rows } = await tx.execute<Omit<StandingDossier, 'said'> & { said: Given | null }>(sql`
    select d.id, d.external_number as number, d.state, d.title, d.answers, d.external_status as status,
      (d.submitted_at at time zone s.time_zone)::date::text as "depositedOn", d.updated_at as "updatedAt",
      case when p.id is null then null else jsonb_build_object('id', p.id, 'name', p.name) end as sponsor,
      h.organisation_id as "leadId", o.said
    from dossier d
      join dispositif_session s on s.network_id = d.network_id and s.id = d.session_id
      left join dossier_holder h on h.network_id = d.network_id and h.dossier_id = d.id and h.lead
      left join organisation p on p.network_id = d.network_id and p.id = d.sponsor_id
      left join dossier_outside o on o.network_id = d.network_id and o.dossier_id = d.id
    where d.network_id = ${ctx.network.id} and d.session_id = ${sessionId} and d.external_number is not null
      ${numbers === null ? sql`` : sql`and d.external_number = any (${sql.param([...numbers])}::text[]) order by d.id for update of d`}`)
  return new Map(rows.map((row) => [row.number, { ...row, said: row.said ?? {} }]))
}
