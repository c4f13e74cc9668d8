import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { pageCampaign, pageCampaignRecipient as recipient } from '#db/schema/crm/page.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { postOffice } from '#server/kernel/mail/post-office.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { remindedAlready } from '../errors.ts'
import { crm } from '../permissions.ts'
import { recipientLines } from './get-campaign.server.ts'
import { inLanguage, queueLetter } from './letter.server.ts'

/** Once, to those who neither answered nor said stop. */
export async function remindCampaign(ctx: Context, id: string) {
  demand(ctx, crm['page:decide'])
  const origin = await postOffice().originOf(ctx.network.id)
  return inNetwork(ctx, async (tx) => {
    const mine = and(eq(pageCampaign.networkId, ctx.network.id), eq(pageCampaign.id, id))
    const [campaign] = await tx.select().from(pageCampaign).where(mine).for('update')
    if (!campaign) throw notFound()
    if (campaign.remindedAt) throw remindedAlready()
    const now = ctx.clock.now()
    const silent = (await recipientLines(tx, ctx, id)).filter(
      ({ state }) => state === 'sent' || state === 'opened',
    )
    for (const [rank, { id: one, organisation, email, locale }] of silent.entries()) {
      const reminderMailId = await queueLetter(tx, ctx, {
        id: one,
        organisation,
        email,
        ...inLanguage(campaign, locale),
        rank,
        origin,
      })
      await tx
        .update(recipient)
        .set({ remindedAt: now, reminderMailId })
        .where(and(eq(recipient.networkId, ctx.network.id), eq(recipient.id, one)))
    }
    await tx.update(pageCampaign).set({ remindedAt: now }).where(mine)
    await record(tx, ctx, {
      action: 'page.campaign_reminded',
      objectType: 'page_campaign',
      objectId: id,
      changes: { rows: silent.length },
    })
    return { reminded: silent.length }
  })
}
