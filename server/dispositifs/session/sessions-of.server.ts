import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { NOT_ASKING } from '../lifecycle/lifecycle.ts'

export type SessionLine = {
  id: string
  name: string
  year: number
  opensAt: Date
  closesAt: Date
  timeZone: string
  published: boolean
  envelopeCents: number | null
  /** Drafts left aside; of them, those financed and what they were given asks for. */
  dossiers: number
  financed: number
  requestedCents: number
}

/** Of one dispositif, the last to close first. */
export async function sessionsOf(tx: Transaction, ctx: NetworkContext, dispositifId: string) {
  const { rows } = await tx.execute<SessionLine>(sql`
    select s.id, s.name, s.year, s.opens_at as "opensAt", s.closes_at as "closesAt", s.time_zone as "timeZone",
      s.published_at is not null as published, s.envelope_cents as "envelopeCents",
      count(f.id)::int as dossiers,
      count(f.id) filter (where f.state in ('financed', 'advance_paid', 'done', 'report_received', 'settled'))::int
        as financed,
      coalesce(sum(f.requested_cents) filter (where f.state <> all (${sql.param([...NOT_ASKING])}::text[])), 0)::bigint as "requestedCents"
    from dispositif_session s
      left join dossier f on f.network_id = s.network_id and f.session_id = s.id
        and f.state not in ('draft', 'merged')
    where s.network_id = ${ctx.network.id} and s.dispositif_id = ${dispositifId}
    group by s.network_id, s.id
    order by s.closes_at desc, s.id`)
  return rows
}
