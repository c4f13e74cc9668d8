import { type SQL, sql } from 'drizzle-orm'
import type { Counted } from '../dossier/find-dossiers.schema.ts'
import { FINANCED, INSTRUCTED } from './what-counts.ts'

const list = (states: readonly string[]) => sql`${sql.param([...states])}::text[]`

const received = sql`((d.submitted_at is not null or d.origin = 'import') and d.state <> 'merged')`

/** What a figure of the year counts of the dossiers `d`: the list it leads to has as many rows. */
export const countedSql: Record<Counted, SQL> = {
  received,
  instructed: sql`(${received} and exists (select 1 from dossier_move m
    where m.network_id = d.network_id and m.dossier_id = d.id and m.to_state = any (${list(INSTRUCTED)})))`,
  financed: sql`(${received} and d.state = any (${list(FINANCED)}))`,
}
