import { eq, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { networkSetting } from '#db/schema/portal.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { objectIdOf } from '#server/portal/public.ts'
import { crm } from '../permissions.ts'
import type { PageRules } from './page-rules.schema.ts'

const USUAL: PageRules = { proposalsAtOnce: false, colleaguesAccepted: false, messagesKeptMonths: 12 }

/** What the network decided of its member space; until then, what is usual. */
export async function rulesOf(tx: Transaction, ctx: NetworkContext): Promise<PageRules> {
  const { proposalsAtOnce, colleaguesAccepted, messagesKeptMonths } = networkSetting
  const [found] = await tx
    .select({ proposalsAtOnce, colleaguesAccepted, messagesKeptMonths })
    .from(networkSetting)
    .where(eq(networkSetting.networkId, ctx.network.id))
  return found ?? USUAL
}

export async function getPageRules(ctx: Context) {
  demand(ctx, crm['page:rules'])
  return inNetwork(ctx, (tx) => rulesOf(tx, ctx))
}

export async function choosePageRules(ctx: Context, rules: PageRules) {
  demand(ctx, crm['page:rules'])
  await inNetwork(ctx, async (tx) => {
    const before = await rulesOf(tx, ctx)
    const updatedAt = ctx.clock.now()
    await tx
      .insert(networkSetting)
      .values({ ...rules, networkId: ctx.network.id, updatedAt })
      .onConflictDoUpdate({
        target: networkSetting.networkId,
        set: { ...rules, version: sql`${networkSetting.version} + 1`, updatedAt },
      })
    const changes = Object.fromEntries(
      Object.entries(rules).map(([key, to]) => [key, { from: before[key as keyof PageRules], to }]),
    )
    await record(tx, ctx, {
      action: 'page.rules_chosen',
      objectType: 'site',
      objectId: objectIdOf(ctx.network.id, 'page-rules'),
      changes,
    })
  })
}
