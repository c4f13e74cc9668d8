import { desc, eq, sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { pageCampaign } from '#db/schema/crm/page.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'

/** The last campaigns, and how many each reached and answered. */
export async function findCampaigns(ctx: Context) {
  demand(ctx, crm['page:read'])
  return inNetwork(ctx, (tx) =>
    tx
      .select({
        id: pageCampaign.id,
        subject: pageCampaign.subject,
        createdAt: pageCampaign.createdAt,
        sent: sql<number>`(select count(*)::int from page_campaign_recipient r
          where r.network_id = page_campaign.network_id and r.campaign_id = page_campaign.id)`,
        answered: sql<number>`(select count(*)::int from page_campaign_recipient r
          where r.network_id = page_campaign.network_id and r.campaign_id = page_campaign.id
            and (r.confirmed_at is not null or r.corrected_at is not null))`,
      })
      .from(pageCampaign)
      .where(eq(pageCampaign.networkId, ctx.network.id))
      .orderBy(desc(pageCampaign.createdAt))
      .limit(20),
  )
}
