import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { person } from '#db/schema/crm.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'

export type PersonRow = typeof person.$inferSelect

/** Scope, then find: the person of this network, held until the act is done. */
export async function lockPerson(tx: Transaction, ctx: NetworkContext, id: string): Promise<PersonRow> {
  const [row] = await tx.select().from(person).where(thisPerson(ctx, id)).for('update')
  if (!row) throw notFound()
  return row
}

export const thisPerson = (ctx: NetworkContext, id: string) =>
  and(eq(person.networkId, ctx.network.id), eq(person.id, id))
