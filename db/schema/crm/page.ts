import { boolean, integer, jsonb, pgTable, primaryKey, text, timestamp, uuid } from 'drizzle-orm/pg-core'
import { networkId, tenantKey, tenantTable } from '#db/columns.ts'

const moment = (name: string) => timestamp(name, { withTimezone: true })
const locale = () =>
  text('locale', { enum: ['fr', 'en'] })
    .notNull()
    .default('fr')

export const pageProposal = tenantTable(
  pgTable(
    'page_proposal',
    {
      ...tenantKey(),
      organisationId: uuid('organisation_id').notNull(),
      accountId: uuid('account_id'),
      origin: text('origin', { enum: ['member', 'verification', 'visitor'] })
        .notNull()
        .default('member'),
      author: text('author').notNull().default(''),
      replyTo: text('reply_to'),
      locale: locale(),
      proposed: jsonb('proposed').$type<Record<string, unknown>>().notNull().default({}),
      base: jsonb('base').$type<Record<string, unknown>>().notNull().default({}),
      baseVersion: integer('base_version').notNull(),
      note: text('note').notNull().default(''),
      state: text('state', { enum: ['draft', 'submitted', 'published', 'refused'] })
        .notNull()
        .default('draft'),
      taken: text('taken').array().notNull().default([]),
      reason: text('reason'),
      createdAt: moment('created_at').notNull().defaultNow(),
      updatedAt: moment('updated_at').notNull().defaultNow(),
      submittedAt: moment('submitted_at'),
      decidedAt: moment('decided_at'),
      decidedBy: uuid('decided_by'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const registration = tenantTable(
  pgTable(
    'registration',
    {
      ...tenantKey(),
      name: text('name').notNull(),
      kind: text('kind').notNull(),
      subkind: text('subkind'),
      insee: text('insee'),
      postalCode: text('postal_code'),
      siren: text('siren'),
      rna: text('rna'),
      website: text('website'),
      description: text('description').notNull().default(''),
      contactName: text('contact_name').notNull(),
      contactEmail: text('contact_email').notNull(),
      contactFunction: text('contact_function').notNull().default(''),
      message: text('message').notNull().default(''),
      locale: locale(),
      askedAt: moment('asked_at').notNull().defaultNow(),
      confirmedAt: moment('confirmed_at'),
      decidedAt: moment('decided_at'),
      decidedBy: uuid('decided_by'),
      decision: text('decision', { enum: ['created', 'tied', 'refused'] }),
      reason: text('reason'),
      organisationId: uuid('organisation_id'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const pageCampaign = tenantTable(
  pgTable(
    'page_campaign',
    {
      ...tenantKey(),
      subject: text('subject').notNull(),
      body: text('body').notNull(),
      subjectEn: text('subject_en'),
      bodyEn: text('body_en'),
      chosen: jsonb('chosen').$type<Record<string, unknown>>().notNull().default({}),
      createdAt: moment('created_at').notNull().defaultNow(),
      createdBy: uuid('created_by'),
      remindedAt: moment('reminded_at'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const pageCampaignRecipient = tenantTable(
  pgTable(
    'page_campaign_recipient',
    {
      ...tenantKey(),
      campaignId: uuid('campaign_id').notNull(),
      organisationId: uuid('organisation_id').notNull(),
      email: text('email').notNull(),
      mailId: uuid('mail_id'),
      reminderMailId: uuid('reminder_mail_id'),
      sentAt: moment('sent_at'),
      openedAt: moment('opened_at'),
      confirmedAt: moment('confirmed_at'),
      correctedAt: moment('corrected_at'),
      remindedAt: moment('reminded_at'),
      stoppedAt: moment('stopped_at'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)

export const pageCampaignStop = tenantTable(
  pgTable(
    'page_campaign_stop',
    {
      networkId: networkId(),
      addressHash: text('address_hash').notNull(),
      at: moment('at').notNull().defaultNow(),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.addressHash] })],
  ),
)

export const organisationMessage = tenantTable(
  pgTable(
    'organisation_message',
    {
      ...tenantKey(),
      organisationId: uuid('organisation_id').notNull(),
      accountId: uuid('account_id'),
      senderName: text('sender_name').notNull(),
      senderEmail: text('sender_email').notNull(),
      subject: text('subject').notNull(),
      body: text('body').notNull(),
      locale: locale(),
      sentAt: moment('sent_at').notNull().defaultNow(),
      confirmedAt: moment('confirmed_at'),
      relayedAt: moment('relayed_at'),
      reached: integer('reached').notNull().default(0),
      readAt: moment('read_at'),
      readByTeam: boolean('read_by_team').notNull().default(false),
      handedOverAt: moment('handed_over_at'),
      handedOverBy: uuid('handed_over_by'),
    },
    (t) => [primaryKey({ columns: [t.networkId, t.id] })],
  ),
)
