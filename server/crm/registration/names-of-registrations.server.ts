import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { registration } from '#db/schema/crm/page.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

export async function namesOfRegistrations(tx: Transaction, ctx: NetworkContext, ids: string[]) {
  const rows = await tx
    .select({ id: registration.id, name: registration.name })
    .from(registration)
    .where(and(eq(registration.networkId, ctx.network.id), inArray(registration.id, ids)))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
