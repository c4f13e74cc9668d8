import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import {
  dispositif,
  dispositifListing,
  dispositifRevision,
  dispositifSession,
  type ListedCall,
} from '#db/schema/dispositifs.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { rules as rulesSchema } from '../rule/rule.schema.ts'

/**
 * Writes what the public reads of a dispositif, in the transaction of the act that changed it; one that is
 * not published, or is archived, leaves. The dispositif is held first, so that two people who publish two
 * of its calls at once each leave both.
 */
export async function refreshListing(tx: Transaction, ctx: NetworkContext, dispositifId: string) {
  const networkId = ctx.network.id
  const [row] = await tx
    .select()
    .from(dispositif)
    .where(and(eq(dispositif.networkId, networkId), eq(dispositif.id, dispositifId)))
    .for('no key update')
  if (!row?.publishedAt || row.archivedAt) {
    await tx
      .delete(dispositifListing)
      .where(and(eq(dispositifListing.networkId, networkId), eq(dispositifListing.id, dispositifId)))
    return
  }
  const calls = await publishedCalls(tx, networkId, dispositifId)
  const { id, slug, code, name, aliases, summary, body, funder, legalText, contact, intake, intakeUrl } = row
  const told = { slug, code, name, aliases, summary, body, funder, legalText, contact, intake, intakeUrl }
  const values = {
    ...told,
    calls,
    rules: await rulesOfCalls(tx, networkId, calls),
    publishedAt: row.publishedAt,
    updatedAt: ctx.clock.now(),
  }
  await tx
    .insert(dispositifListing)
    .values({ networkId, id, ...values })
    .onConflictDoUpdate({ target: [dispositifListing.networkId, dispositifListing.id], set: values })
}

async function publishedCalls(tx: Transaction, networkId: number, dispositifId: string) {
  const rows = await tx
    .select()
    .from(dispositifSession)
    .where(
      and(
        eq(dispositifSession.networkId, networkId),
        eq(dispositifSession.dispositifId, dispositifId),
        isNotNull(dispositifSession.publishedAt),
      ),
    )
    .orderBy(desc(dispositifSession.closesAt), dispositifSession.id)
  return rows.map(
    ({
      id,
      rulesId,
      name,
      year,
      opensAt,
      closesAt,
      timeZone,
      actionsFrom,
      actionsTo,
      steps,
      alsoRegions,
    }): ListedCall => ({
      ...{ id, rulesId, name, year, timeZone, actionsFrom, actionsTo, steps, alsoRegions },
      opensAt: opensAt.toISOString(),
      closesAt: closesAt.toISOString(),
    }),
  )
}

async function rulesOfCalls(tx: Transaction, networkId: number, calls: ListedCall[]) {
  const ids = [...new Set(calls.map(({ rulesId }) => rulesId))]
  if (ids.length === 0) return []
  const rows = await tx
    .select({ id: dispositifRevision.id, content: dispositifRevision.content })
    .from(dispositifRevision)
    .where(and(eq(dispositifRevision.networkId, networkId), inArray(dispositifRevision.id, ids)))
  return rows.map(({ id, content }) => ({ id, rules: rulesSchema.parse(content) }))
}
