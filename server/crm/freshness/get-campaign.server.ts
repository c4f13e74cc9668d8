import { and, eq, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { pageCampaign } from '#db/schema/crm/page.ts'
import type { Locale } from '#packages/referentials/locale.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { localeOf } from './freshness.server.ts'

export const RECIPIENT_STATES = [
  'confirmed',
  'corrected',
  'opened',
  'sent',
  'stopped',
  'bounced',
  'not_contactable',
] as const
export type RecipientState = (typeof RECIPIENT_STATES)[number]
export type RecipientLine = {
  id: string
  organisationId: string
  organisation: string
  email: string
  locale: Locale
  state: RecipientState
  remindedAt: string | null
}

/** What each did, as far as it went; a mail that came back says so. */
export async function recipientLines(tx: Transaction, ctx: StaffContext, campaignId: string) {
  const { rows } = await tx.execute<RecipientLine>(sql`
    select r.id, r.organisation_id as "organisationId", o.name as organisation, r.email,
      ${localeOf(sql`lower(r.email)`)} as locale,
      r.reminded_at as "remindedAt", case
        when r.corrected_at is not null then 'corrected'
        when r.confirmed_at is not null then 'confirmed'
        when r.stopped_at is not null or exists (select 1 from page_campaign_stop s
          where s.network_id = r.network_id and s.address_hash = encode(sha256(convert_to(r.email, 'UTF8')), 'hex'))
          then 'stopped'
        when m.state in ('bounced', 'suppressed') then 'bounced'
        when not o.contactable then 'not_contactable'
        when r.opened_at is not null then 'opened' else 'sent' end as state
    from page_campaign_recipient r
      join organisation o on o.network_id = r.network_id and o.id = r.organisation_id
      left join outgoing_mail m on m.id = coalesce(r.reminder_mail_id, r.mail_id)
    where r.network_id = ${ctx.network.id} and r.campaign_id = ${campaignId}
    order by o.name collate "fr-x-icu", r.id`)
  return rows
}

/** A campaign, and what each it was sent to did of it. */
export async function getCampaign(ctx: Context, id: string) {
  demand(ctx, crm['page:read'])
  return inNetwork(ctx, async (tx) => {
    const [campaign] = await tx
      .select()
      .from(pageCampaign)
      .where(and(eq(pageCampaign.networkId, ctx.network.id), eq(pageCampaign.id, id)))
    if (!campaign) throw notFound()
    return { ...campaign, recipients: await recipientLines(tx, ctx, id) }
  })
}
