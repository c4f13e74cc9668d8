import { and, desc, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { account } from '#db/schema/identity.ts'
import { auditEntry } from '#db/schema/kernel.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

export async function lastEditor(
  tx: Transaction,
  ctx: NetworkContext,
  id: string,
  type: 'organisation' | 'person' = 'organisation',
): Promise<string | null> {
  const [last] = await tx
    .select({ name: account.name })
    .from(auditEntry)
    .leftJoin(account, eq(account.id, auditEntry.accountId))
    .where(
      and(
        eq(auditEntry.networkId, ctx.network.id),
        eq(auditEntry.objectType, type),
        eq(auditEntry.objectId, id),
      ),
    )
    .orderBy(desc(auditEntry.at))
    .limit(1)
  return last?.name ?? null
}
