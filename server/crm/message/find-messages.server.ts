import { and, desc, eq, isNotNull, sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { organisationMessage as message } from '#db/schema/crm/page.ts'
import { organisation } from '#db/schema/crm.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { readingKept } from '../page/keeper.server.ts'
import { crm } from '../permissions.ts'

const MOST = 200

/** What was written to an organisation, for who represents it: the copy they keep here. */
export async function findOwnMessages(ctx: Context, organisationId: string) {
  return readingKept(ctx, organisationId, async (tx, keeper, row) => {
    const mine = and(
      eq(message.networkId, keeper.network.id),
      eq(message.organisationId, organisationId),
      isNotNull(message.relayedAt),
    )
    const messages = await tx.select().from(message).where(mine).orderBy(desc(message.sentAt)).limit(MOST)
    await tx.update(message).set({ readAt: keeper.clock.now() }).where(and(mine, sql`read_at is null`))
    return { name: row.name, messages }
  })
}

/** For the team: who writes to whom and how much, never what. What waits for an address has a page of its own. */
export async function overseeMessages(ctx: Context) {
  demand(ctx, crm['page:read'])
  const same = and(eq(organisation.networkId, message.networkId), eq(organisation.id, message.organisationId))
  return inNetwork(ctx, (tx) =>
    tx
      .select({
        id: message.id,
        organisationId: message.organisationId,
        organisation: organisation.name,
        sender: message.senderEmail,
        sentAt: message.sentAt,
        confirmed: sql<boolean>`${message.confirmedAt} is not null`,
        reached: message.reached,
        relayed: sql<boolean>`${message.relayedAt} is not null`,
        handedOver: sql<boolean>`${message.handedOverAt} is not null`,
        length: sql<number>`length(${message.body})`,
      })
      .from(message)
      .innerJoin(organisation, same)
      .where(eq(message.networkId, ctx.network.id))
      .orderBy(desc(message.sentAt))
      .limit(MOST),
  )
}
