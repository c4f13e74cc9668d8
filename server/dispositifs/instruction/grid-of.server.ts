import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { type Grid, grid } from '../grid/grid.schema.ts'

/** The grid of a session; none where its jury is simple. */
export async function gridOf(
  tx: Transaction,
  ctx: NetworkContext,
  sessionId: string,
): Promise<{ grid: Grid | null; gridId: string | null }> {
  const { rows } = await tx.execute<{ id: string; content: unknown }>(sql`
    select r.id, r.content from dispositif_session s
      join dispositif_revision r on r.network_id = s.network_id and r.id = s.grid_id
    where s.network_id = ${ctx.network.id} and s.id = ${sessionId} and s.jury = 'grid' and r.kind = 'grid'`)
  return rows[0] ? { grid: grid.parse(rows[0].content), gridId: rows[0].id } : { grid: null, gridId: null }
}
