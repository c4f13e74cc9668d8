import { and, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { person } from '#db/schema/crm.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { fullName } from './person.ts'

/** Of those who are still known: history keeps no name, so that an erased person is erased there too. */
export async function namesOfPeople(tx: Transaction, ctx: NetworkContext, ids: string[]) {
  const { id, givenName, familyName } = person
  const rows = await tx
    .select({ id, givenName, familyName })
    .from(person)
    .where(and(eq(person.networkId, ctx.network.id), inArray(person.id, ids)))
  return new Map(rows.map((row) => [row.id, fullName(row)]))
}
