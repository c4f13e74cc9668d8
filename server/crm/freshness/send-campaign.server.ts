import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { pageCampaign, pageCampaignRecipient as recipient } from '#db/schema/crm/page.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { postOffice } from '#server/kernel/mail/post-office.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { nobodyToWriteTo } from '../errors.ts'
import { crm } from '../permissions.ts'
import { type CampaignInput, MOST_RECIPIENTS } from './campaign.schema.ts'
import { recipientsOf } from './freshness.server.ts'
import { inLanguage, queueLetter } from './letter.server.ts'

/** Writes to each, one second after the other: one link an organisation, which needs no account. */
export async function sendCampaign(ctx: Context, input: CampaignInput): Promise<{ id: string }> {
  demand(ctx, crm['page:decide'])
  const origin = await postOffice().originOf(ctx.network.id)
  return inNetwork(ctx, async (tx) => {
    const now = ctx.clock.now()
    const { id, set, among, subject, body } = input
    const text = { subject, body, subjectEn: input.subjectEn || null, bodyEn: input.bodyEn || null }
    const networkId = ctx.network.id
    const { rowCount: opened } = await tx
      .insert(pageCampaign)
      .values({
        networkId,
        id,
        ...text,
        chosen: { set, ...(among ? { among } : {}) },
        createdAt: now,
        createdBy: ctx.account.id,
      })
      .onConflictDoNothing()
    if (!opened) return { id }
    const recipients = await recipientsOf(tx, ctx, input, MOST_RECIPIENTS)
    if (recipients.length === 0) throw nobodyToWriteTo()
    for (const [rank, { organisationId, name, email, locale }] of recipients.entries()) {
      const one = { id: v7(), organisation: name, email, ...inLanguage(text, locale), rank, origin }
      await tx.insert(recipient).values({
        networkId,
        id: one.id,
        campaignId: id,
        organisationId,
        email,
        mailId: await queueLetter(tx, ctx, one),
        sentAt: now,
      })
    }
    await record(tx, ctx, {
      action: 'page.campaign_sent',
      objectType: 'page_campaign',
      objectId: id,
      changes: { name: subject, rows: recipients.length },
    })
    return { id }
  })
}
