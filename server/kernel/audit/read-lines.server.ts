import { type SQL, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import type { NetworkContext } from '../context.ts'

export type JournalLine = {
  id: string
  at: string
  action: string
  objectType: string
  objectId: string
  changes: Record<string, unknown>
  personId: string | null
  person: string | null
}

/** Lines of a network's history, the last first. */
export async function readLines(tx: Transaction, ctx: NetworkContext, where: SQL, most: number) {
  const { rows } = await tx.execute<JournalLine>(sql`
    select e.id, to_char(e.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, e.action,
      e.object_type as "objectType", e.object_id as "objectId", e.changes,
      e.account_id as "personId", a.name as person
    from audit_entry e left join account a on a.id = e.account_id
    where e.network_id = ${ctx.network.id} and ${where}
    order by e.at desc, e.id desc limit ${most}`)
  return rows
}

/** The history of one thing. */
export function readHistory(tx: Transaction, ctx: NetworkContext, type: string, id: string, most: number) {
  return readLines(tx, ctx, sql`e.object_type = ${type} and e.object_id = ${id}::uuid`, most)
}
