import { and, desc, eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { account } from '#db/schema/identity.ts'
import { auditEntry } from '#db/schema/kernel.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

/**
 * Who wrote the last line of something's history; null when nobody did. `beside`: what is told there
 * without changing it, by the first word of the action.
 */
export async function lastAuthor(
  tx: Transaction,
  ctx: NetworkContext,
  objectType: string,
  id: string,
  beside: string[] = [],
) {
  const [last] = await tx
    .select({ name: account.name })
    .from(auditEntry)
    .leftJoin(account, eq(account.id, auditEntry.accountId))
    .where(
      and(
        eq(auditEntry.networkId, ctx.network.id),
        eq(auditEntry.objectType, objectType),
        eq(auditEntry.objectId, id),
        sql`split_part(${auditEntry.action}, '.', 1) <> all (${sql.param(beside)}::text[])`,
      ),
    )
    .orderBy(desc(auditEntry.at))
    .limit(1)
  return last?.name ?? null
}
