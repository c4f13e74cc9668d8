import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { registration } from '#db/schema/crm/page.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import type { TodoProvider } from '#server/kernel/todo/todo.ts'
import { likelyOf } from '../organisation/find-likely.server.ts'
import { crm } from '../permissions.ts'

const MOST = 100
const waiting = (ctx: NetworkContext) =>
  and(
    eq(registration.networkId, ctx.network.id),
    isNotNull(registration.confirmedAt),
    isNull(registration.decidedAt),
  )

/** Organisations that ask to be registered, the oldest first; an address not proven is not shown. */
export async function findRegistrations(ctx: Context) {
  demand(ctx, crm['page:read'])
  return inNetwork(ctx, (tx) => linesOf(tx, ctx, MOST))
}

const linesOf = (tx: Transaction, ctx: NetworkContext, most: number) =>
  tx.select().from(registration).where(waiting(ctx)).orderBy(asc(registration.confirmedAt)).limit(most)

export async function countRegistrations(ctx: Context) {
  demand(ctx, crm['page:read'])
  return inNetwork(ctx, (tx) => countWaiting(tx, ctx))
}

async function countWaiting(tx: Transaction, ctx: NetworkContext) {
  const [row] = await tx.select({ total: sql<number>`count(*)::int` }).from(registration).where(waiting(ctx))
  return row?.total ?? 0
}

/** One of them, beside the records it may already be. */
export async function getRegistration(ctx: Context, id: string) {
  demand(ctx, crm['page:read'])
  return inNetwork(ctx, async (tx) => {
    const [found] = await tx
      .select()
      .from(registration)
      .where(
        and(
          eq(registration.networkId, ctx.network.id),
          eq(registration.id, id),
          isNotNull(registration.confirmedAt),
        ),
      )
    if (!found) throw notFound()
    const likely = found.decidedAt ? [] : (await likelyOf(tx, ctx, found)).slice(0, 5)
    return {
      ...found,
      likely: likely.map((one) => ({ id: one.id, name: one.name, city: one.city, reason: one.reason })),
    }
  })
}

export const registrationsToDecide: TodoProvider = {
  name: 'registrations',
  rule: crm['page:decide'],
  all: 'demandes',
  find: async (tx, ctx, most) => {
    const lines = (await linesOf(tx, ctx, most)).map(({ id, name, confirmedAt }) => ({
      kind: 'organisation_registered',
      title: name,
      since: confirmedAt!.toISOString(),
      path: `inscriptions/${id}`,
    }))
    return { lines, total: await countWaiting(tx, ctx) }
  },
}
