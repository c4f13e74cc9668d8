import { and, desc, eq, inArray, max } from 'drizzle-orm'
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

/** The same of many at once; one that never was has no entry. */
export async function getMembersUntil(
  tx: Transaction,
  ctx: NetworkContext,
  organisationIds: string[],
): Promise<Map<string, string>> {
  const { networkId, organisationId, year } = membership
  const rows = await tx
    .select({ id: organisationId, year: max(year) })
    .from(membership)
    .where(and(eq(networkId, ctx.network.id), inArray(organisationId, organisationIds)))
    .groupBy(organisationId)
  return new Map(rows.map((row) => [row.id, lastDayOf(row.year!)]))
}

export const lastDayOf = (year: number) => `${year}-12-31`
