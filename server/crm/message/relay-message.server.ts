import { and, eq, sql } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { organisationMessage as message } from '#db/schema/crm/page.ts'
import { organisation } from '#db/schema/crm.ts'
import { representativesSql } from '#server/identity/public.ts'
import type { Locale, NetworkContext } from '#server/kernel/context.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { notify, notifyTeam } from '#server/kernel/notifications/notify.server.ts'
import { messageMail } from '../mails/message-mail.tsx'

type Message = typeof message.$inferSelect

/** To the organisation's address, else to who represents it; where there is nobody, the team is told. */
export async function relay(tx: Transaction, ctx: NetworkContext, sent: Message) {
  const [to] = await tx
    .select({
      name: organisation.name,
      email: organisation.email,
      contactable: organisation.contactable,
      emailShown: organisation.emailShown,
    })
    .from(organisation)
    .where(and(eq(organisation.networkId, ctx.network.id), eq(organisation.id, sent.organisationId)))
  if (!to?.contactable) return
  const people = await keepersOf(tx, ctx, sent.organisationId)
  const addresses: { email: string; locale: Locale }[] = to.email
    ? [{ email: to.email, locale: 'fr' }]
    : people.map(({ email, locale }) => ({ email, locale }))
  for (const { email, locale } of addresses)
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
        addressShown: to.email !== null && to.emailShown,
      },
    })
  const params = { name: sent.senderName, organisation: to.name }
  for (const { id } of people)
    await notify(tx, ctx, {
      accountId: id,
      kind: 'crm.message',
      params,
      path: `/${ctx.network.slug}/espace/structures/${sent.organisationId}/messages`,
    })
  if (addresses.length === 0)
    await notifyTeam(tx, ctx, {
      kind: 'crm.message_unreached',
      params,
      path: `/${ctx.network.slug}/bureau/structures/${sent.organisationId}`,
    })
  await tx
    .update(message)
    .set({ relayedAt: ctx.clock.now(), reached: addresses.length })
    .where(and(eq(message.networkId, ctx.network.id), eq(message.id, sent.id)))
}

async function keepersOf(tx: Transaction, ctx: NetworkContext, organisationId: string) {
  const { rows } = await tx.execute<{ id: string; email: string; locale: Locale }>(sql`
    select distinct r.account_id as id, r.email, r.locale from (${representativesSql(ctx)}) r
    where r.organisation_id = ${organisationId}`)
  return rows
}
