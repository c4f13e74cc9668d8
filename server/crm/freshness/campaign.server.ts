import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { pageCampaign, pageCampaignRecipient as recipient } from '#db/schema/crm/page.ts'
import type { Locale } from '#packages/referentials/locale.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { makePublicLink } from '#server/kernel/link/public-link.server.ts'
import { postOffice } from '#server/kernel/mail/post-office.server.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { nobodyToWriteTo, remindedAlready } from '../errors.ts'
import { verifyMail } from '../mails/verify-mail.tsx'
import { crm } from '../permissions.ts'
import type { CampaignInput, RecipientsInput } from './campaign.schema.ts'
import { localeOf, recipientsOf } from './freshness.server.ts'

/** A campaign is no newsletter: what a team can follow up. */
const MOST = 1000

export async function countRecipients(ctx: Context, chosen: RecipientsInput) {
  demand(ctx, crm['page:decide'])
  const found = await inNetwork(ctx, (tx) => recipientsOf(tx, ctx, chosen, MOST))
  const english = found.filter(({ locale }) => locale === 'en').length
  return { total: found.length, english, some: found.slice(0, 5).map(({ name }) => name) }
}

/** Writes to each, one second after the other: one link an organisation, which needs no account. */
export async function sendCampaign(ctx: Context, input: CampaignInput): Promise<{ id: string }> {
  demand(ctx, crm['page:decide'])
  const { origin } = await writerOf(ctx)
  return inNetwork(ctx, async (tx) => {
    const recipients = await recipientsOf(tx, ctx, input, MOST)
    if (recipients.length === 0) throw nobodyToWriteTo()
    const id = v7()
    const now = ctx.clock.now()
    const { set, among, subject, body } = input
    const text = { subject, body, subjectEn: input.subjectEn || null, bodyEn: input.bodyEn || null }
    const networkId = ctx.network.id
    await tx.insert(pageCampaign).values({
      networkId,
      id,
      ...text,
      chosen: { set, ...(among ? { among } : {}) },
      createdAt: now,
      createdBy: ctx.account.id,
    })
    for (const [rank, { organisationId, name, email, locale }] of recipients.entries()) {
      const one = { id: v7(), organisation: name, email, ...inLanguage(text, locale), rank, origin }
      await tx.insert(recipient).values({
        networkId,
        id: one.id,
        campaignId: id,
        organisationId,
        email,
        mailId: await write(tx, ctx, one),
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

type Texts = { subject: string; body: string; subjectEn: string | null; bodyEn: string | null }

/** What was written in the recipient's language; what was not is read in French. */
function inLanguage({ subject, body, subjectEn, bodyEn }: Texts, locale: Locale) {
  return locale === 'en' && subjectEn && bodyEn
    ? { subject: subjectEn, body: bodyEn, locale }
    : { subject, body, locale: 'fr' as const }
}

type Letter = {
  id: string
  organisation: string
  email: string
  subject: string
  body: string
  locale: Locale
  rank: number
  origin: string
}

async function write(tx: Transaction, ctx: StaffContext, letter: Letter) {
  const { id, email, organisation, subject, body, locale, rank, origin } = letter
  const token = await makePublicLink(tx, ctx, 'verification', id)
  const link = `/${ctx.network.slug}/verifier/${token}`
  // Outlives the link that answers: who says stop says it when they will.
  const stop = await makePublicLink(tx, ctx, 'stop', id)
  return queueMail(tx, verifyMail, {
    to: email,
    locale,
    networkId: ctx.network.id,
    props: {
      organisation,
      subject,
      body,
      link,
      stop: `${origin}/${ctx.network.slug}/verifier/${stop}/arreter`,
    },
    afterSeconds: rank,
  })
}

const writerOf = async (ctx: StaffContext) => ({ origin: await postOffice().originOf(ctx.network.id) })

/** Once, to those who neither answered nor said stop. */
export async function remindCampaign(ctx: Context, id: string) {
  demand(ctx, crm['page:decide'])
  const { origin } = await writerOf(ctx)
  return inNetwork(ctx, async (tx) => {
    const mine = and(eq(pageCampaign.networkId, ctx.network.id), eq(pageCampaign.id, id))
    const [campaign] = await tx.select().from(pageCampaign).where(mine).for('update')
    if (!campaign) throw notFound()
    if (campaign.remindedAt) throw remindedAlready()
    const now = ctx.clock.now()
    const silent = (await linesOf(tx, ctx, id)).filter(({ state }) => state === 'sent' || state === 'opened')
    for (const [rank, { id: one, organisation, email, locale }] of silent.entries()) {
      const reminderMailId = await write(tx, ctx, {
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

export const RECIPIENT_STATES = ['confirmed', 'corrected', 'opened', 'sent', 'stopped', 'bounced'] as const
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
async function linesOf(tx: Transaction, ctx: StaffContext, campaignId: string) {
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
        when r.opened_at is not null then 'opened' else 'sent' end as state
    from page_campaign_recipient r
      join organisation o on o.network_id = r.network_id and o.id = r.organisation_id
      left join outgoing_mail m on m.id = coalesce(r.reminder_mail_id, r.mail_id)
    where r.network_id = ${ctx.network.id} and r.campaign_id = ${campaignId}
    order by o.name collate "fr-x-icu", r.id`)
  return rows
}

export async function getCampaign(ctx: Context, id: string) {
  demand(ctx, crm['page:read'])
  return inNetwork(ctx, async (tx) => {
    const [campaign] = await tx
      .select()
      .from(pageCampaign)
      .where(and(eq(pageCampaign.networkId, ctx.network.id), eq(pageCampaign.id, id)))
    if (!campaign) throw notFound()
    return { ...campaign, recipients: await linesOf(tx, ctx, id) }
  })
}

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

/** Marks once that a link was opened; a program that reads mails may have done it. */
export async function markOpened(tx: Transaction, networkId: number, id: string, at: Date) {
  await tx
    .update(recipient)
    .set({ openedAt: at })
    .where(and(eq(recipient.networkId, networkId), eq(recipient.id, id), isNull(recipient.openedAt)))
}
