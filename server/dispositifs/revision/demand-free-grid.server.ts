import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { gridInUse } from './errors.ts'

/** Marks are read on the grid they were given on: from the first one, draft or not, a session keeps its own. */
export async function demandFreeGrid(tx: Transaction, ctx: NetworkContext, sessionId: string) {
  const { rows } = await tx.execute(sql`
    select 1 from dossier d join review r on r.network_id = d.network_id and r.dossier_id = d.id
    where d.network_id = ${ctx.network.id} and d.session_id = ${sessionId} limit 1`)
  if (rows.length > 0) throw gridInUse()
}
