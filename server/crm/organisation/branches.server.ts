import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { branchOfItself, noSuchParent } from '../errors.ts'

/** A branch is of an organisation of the same network, and never of itself, however long the chain. */
export async function demandParent(
  tx: Transaction,
  ctx: NetworkContext,
  id: string,
  parentId: string | null,
): Promise<void> {
  if (parentId === null) return
  // Two people making each a branch of the other take turns.
  await tx.execute(sql`select pg_advisory_xact_lock(${ctx.network.id}, hashtext('organisation.parent'))`)
  const above = await chainFrom(tx, ctx, parentId)
  if (above.length === 0) throw noSuchParent()
  if (parentId === id || above.includes(id)) throw branchOfItself()
}

/** An organisation and those above it, up to the last. */
export async function chainFrom(tx: Transaction, ctx: NetworkContext, id: string): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    with recursive above(id, parent_id) as (
      select id, parent_id from organisation where network_id = ${ctx.network.id} and id = ${id}
      union
      select o.id, o.parent_id from above a
      join organisation o on o.network_id = ${ctx.network.id} and o.id = a.parent_id)
    select id from above`)
  return rows.map((row) => row.id)
}
