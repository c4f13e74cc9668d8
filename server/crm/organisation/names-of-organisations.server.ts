import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

export async function namesOfOrganisations(tx: Transaction, ctx: NetworkContext, ids: string[]) {
  const rows = await tx
    .select({ id: organisation.id, name: organisation.name })
    .from(organisation)
    .where(and(eq(organisation.networkId, ctx.network.id), inArray(organisation.id, ids)))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
