import { and, desc, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { membership } from '#db/schema/membership.ts'
import type { NetworkContext } from '#server/kernel/context.ts'

/** The last day of the last year an organisation is a member of; null when it never was. */
export async function getMemberUntil(
  tx: Transaction,
  ctx: NetworkContext,
  organisationId: string,
): Promise<string | null> {
  const [last] = await tx
    .select({ year: membership.year })
    .from(membership)
    .where(and(eq(membership.networkId, ctx.network.id), eq(membership.organisationId, organisationId)))
    .orderBy(desc(membership.year))
    .limit(1)
  return last ? lastDayOf(last.year) : null
}

export const lastDayOf = (year: number) => `${year}-12-31`
