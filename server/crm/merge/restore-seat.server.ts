import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { type LeftOut, organisation } from '#db/schema/crm.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { chainFrom } from '../organisation/branches.server.ts'
import type { Row } from './link-table.server.ts'

export const SEAT_LEFT: LeftOut = { what: 'seat', detail: null }

/** The row as it can be written again: its seat as it was, what stands for it once merged, or none once gone. */
export async function underStandingSeat(tx: Transaction, ctx: NetworkContext, row: Row): Promise<Row> {
  if (row.parent_id === null || row.parent_id === undefined) return row
  const { rows } = await tx.execute<{ id: string }>(sql`
    select o.id from organisation o
    where o.network_id = ${ctx.network.id} and o.id <> ${row.id} and o.id in (${row.parent_id}, (
      select kept_id from organisation_redirect
      where network_id = o.network_id and old_id = ${row.parent_id}))
    for key share`)
  return { ...row, parent_id: rows[0]?.id ?? null }
}

/** Whoever would come back as a branch of its own branch hangs under none; whether there was one. */
export async function breakCircles(tx: Transaction, ctx: NetworkContext, ids: string[]): Promise<boolean> {
  let broken = false
  for (const id of ids) {
    const mine = and(eq(organisation.networkId, ctx.network.id), eq(organisation.id, id))
    const [row] = await tx.select({ parentId: organisation.parentId }).from(organisation).where(mine)
    if (!row?.parentId || !(await chainFrom(tx, ctx, row.parentId)).includes(id)) continue
    await tx.update(organisation).set({ parentId: null }).where(mine)
    broken = true
  }
  return broken
}
