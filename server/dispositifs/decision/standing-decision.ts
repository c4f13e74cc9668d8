import { type SQL, sql } from 'drizzle-orm'
import { FINANCED } from '../figures/what-counts.ts'

const IN_FAVOUR = [...FINANCED, 'renounced']

/** The last decision `n` on dossier `d` while it stands: one that was taken back, or examined again, is history. */
export const standingDecision: SQL = sql`left join lateral (select * from dossier_decision x
  where x.network_id = d.network_id and x.dossier_id = d.id order by x.number desc limit 1) n
  on n.outcome = d.state or (n.outcome = 'financed' and d.state = any (${sql.param(IN_FAVOUR)}::text[]))`
