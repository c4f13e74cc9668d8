import { and, asc, eq, sql } from 'drizzle-orm'
import { organisationMessage as message } from '#db/schema/crm/page.ts'
import { organisation } from '#db/schema/crm.ts'
import type { TodoProvider } from '#server/kernel/todo/todo.ts'
import { crm } from '../permissions.ts'
import { waiting } from './unreached.server.ts'

export const messagesToHandOver: TodoProvider = {
  name: 'messages',
  rule: crm['page:decide'],
  all: 'messages',
  find: async (tx, ctx, most) => {
    const same = and(
      eq(organisation.networkId, message.networkId),
      eq(organisation.id, message.organisationId),
    )
    const rows = await tx
      .select({
        id: message.id,
        name: organisation.name,
        since: message.relayedAt,
        total: sql<number>`count(*) over ()::int`,
      })
      .from(message)
      .innerJoin(organisation, same)
      .where(waiting(ctx))
      .orderBy(asc(message.relayedAt))
      .limit(most)
    const lines = rows.map(({ id, name, since }) => ({
      kind: 'message_waiting',
      title: name,
      since: since!.toISOString(),
      path: `messages/${id}`,
    }))
    return { lines, total: rows[0]?.total ?? 0 }
  },
}
