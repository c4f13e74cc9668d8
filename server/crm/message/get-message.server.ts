import { and, eq, isNotNull } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { organisationMessage as message } from '#db/schema/crm/page.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { crm } from '../permissions.ts'
import { receiver } from './relay-message.server.ts'

/** A message of the public as the team sees it: its words only while they wait, and where its sender knew it. */
export async function getMessage(ctx: Context, id: string) {
  demand(ctx, crm['page:decide'])
  return inNetwork(ctx, async (tx) => {
    const [found] = await tx
      .select()
      .from(message)
      .where(and(eq(message.networkId, ctx.network.id), eq(message.id, id), isNotNull(message.relayedAt)))
    if (!found) throw notFound()
    const { name, contactable, addresses } = await receiver(tx, ctx, found.organisationId)
    const { senderName, senderEmail, sentAt, handedOverAt, organisationId } = found
    return {
      organisation: name,
      organisationId,
      senderName,
      senderEmail,
      sentAt,
      reached: found.reached > 0,
      handedOver: handedOverAt !== null,
      contactable,
      addresses: contactable ? addresses.map(({ email }) => email) : [],
      words: found.readByTeam && found.reached === 0 ? { subject: found.subject, body: found.body } : null,
    }
  })
}
