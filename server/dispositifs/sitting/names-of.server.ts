import { sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

const asMap = ({ rows }: { rows: { id: string; name: string }[] }) =>
  new Map(rows.map(({ id, name }) => [id, name]))

/** What the history calls each of them. */
export const namesOfInstructors = async (tx: Transaction, ctx: NetworkContext, ids: string[]) =>
  asMap(
    await tx.execute<{ id: string; name: string }>(sql`select id, name from instructor
      where network_id = ${ctx.network.id} and id = any (${sql.param(ids)}::uuid[])`),
  )

export const namesOfSittings = async (tx: Transaction, ctx: NetworkContext, ids: string[]) =>
  asMap(
    await tx.execute<{ id: string; name: string }>(sql`select id, name from sitting
      where network_id = ${ctx.network.id} and id = any (${sql.param(ids)}::uuid[])`),
  )
