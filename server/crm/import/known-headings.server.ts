import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { organisationImport } from '#db/schema/crm/import.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import type { Matching } from './matching.schema.ts'
import { foldHeading } from './propose-matching.ts'

const MOST = 20

/** What columns so headed were last said to be in this network; the last word wins. */
export async function knownHeadings(
  tx: Transaction,
  ctx: NetworkContext,
): Promise<Map<string, string | null>> {
  const rows = await tx
    .select({ matching: organisationImport.matching })
    .from(organisationImport)
    .where(
      and(
        eq(organisationImport.networkId, ctx.network.id),
        inArray(organisationImport.state, ['written', 'undone', 'checked']),
      ),
    )
    .orderBy(desc(organisationImport.createdAt))
    .limit(MOST)
  const known = new Map<string, string | null>()
  for (const { matching } of rows)
    for (const { heading, field } of (matching as Matching).columns ?? [])
      if (!known.has(foldHeading(heading))) known.set(foldHeading(heading), field)
  return known
}
