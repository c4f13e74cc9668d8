import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { organisationMessage as message } from '#db/schema/crm/page.ts'
import { organisation } from '#db/schema/crm.ts'
import { representativesSql } from '#server/identity/public.ts'
import type { Locale, NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { notify, notifyTeam } from '#server/kernel/notifications/notify.server.ts'
import { messageMail } from '../mails/message-mail.tsx'

type Message = typeof message.$inferSelect

/** Who reads a message: the organisation, else the team; of one whose sender was not told so, the team reads no word. */
export type Reader = 'organisation' | 'team' | 'nobody'

/** To the organisation's address, else to who represents it; where there is nobody, the team is told. */
export async function relay(tx: Transaction, ctx: NetworkContext, sent: Message): Promise<Reader> {
  const reached = await deliver(tx, ctx, sent)
  if (reached > 0) return 'organisation'
  const to = await receiver(tx, ctx, sent.organisationId)
  if (to.contactable)
    await notifyTeam(tx, ctx, {
      kind: 'crm.message_unreached',
      params: { name: sent.senderName, organisation: to.name },
      path: `/${ctx.network.slug}/bureau/messages/${sent.id}`,
    })
  return sent.readByTeam ? 'team' : 'nobody'
}

/** How many addresses it was sent to. */
export async function deliver(tx: Transaction, ctx: NetworkContext, sent: Message): Promise<number> {
  const to = await receiver(tx, ctx, sent.organisationId)
  if (!to.contactable) return 0
  for (const { email, locale } of to.addresses)
    await queueMail(tx, messageMail, {
      to: email,
      locale,
      networkId: ctx.network.id,
      props: {
        network: nameOf(ctx.network),
        organisation: to.name,
        name: sent.senderName,
        email: sent.senderEmail,
        subject: sent.subject,
        body: sent.body,
        addressShown: to.shown,
      },
    })
  for (const { id } of to.people)
    await notify(tx, ctx, {
      accountId: id,
      kind: 'crm.message',
      params: { name: sent.senderName, organisation: to.name },
      path: `/${ctx.network.slug}/espace/structures/${sent.organisationId}/messages`,
    })
  await tx
    .update(message)
    .set({ relayedAt: ctx.clock.now(), reached: to.addresses.length })
    .where(and(eq(message.networkId, ctx.network.id), eq(message.id, sent.id)))
  return to.addresses.length
}

/** Whom a message to an organisation reaches today. */
export async function receiver(tx: Transaction, ctx: NetworkContext, organisationId: string) {
  const [to] = await tx
    .select({
      name: organisation.name,
      email: organisation.email,
      contactable: organisation.contactable,
      emailShown: organisation.emailShown,
    })
    .from(organisation)
    .where(and(eq(organisation.networkId, ctx.network.id), eq(organisation.id, organisationId)))
  if (!to) throw notFound()
  const people = await keepersOf(tx, ctx, organisationId)
  const addresses: { email: string; locale: Locale }[] = to.email
    ? [{ email: to.email, locale: 'fr' }]
    : people.map(({ email, locale }) => ({ email, locale }))
  return {
    name: to.name,
    contactable: to.contactable,
    shown: to.email !== null && to.emailShown,
    people,
    addresses,
  }
}

async function keepersOf(tx: Transaction, ctx: NetworkContext, organisationId: string) {
  const { rows } = await tx.execute<{ id: string; email: string; locale: Locale }>(sql`
    select distinct r.account_id as id, r.email, r.locale from (${representativesSql(ctx)}) r
    where r.organisation_id = ${organisationId}`)
  return rows
}
