import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { pageCampaign } from '#db/schema/crm/page.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

export async function namesOfCampaigns(tx: Transaction, ctx: NetworkContext, ids: string[]) {
  const rows = await tx
    .select({ id: pageCampaign.id, name: pageCampaign.subject })
    .from(pageCampaign)
    .where(and(eq(pageCampaign.networkId, ctx.network.id), inArray(pageCampaign.id, ids)))
  return new Map(rows.map(({ id, name }) => [id, name]))
}
