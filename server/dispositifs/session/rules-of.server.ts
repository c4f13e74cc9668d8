import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dispositifRevision, dispositifSession } from '#db/schema/dispositifs.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { type Rule, rules } from '../rule/rule.schema.ts'

/** The rules of a session: those of the revision it is bound to, whatever was published since. */
export async function rulesOf(tx: Transaction, ctx: NetworkContext, sessionId: string): Promise<Rule[]> {
  const { networkId, id, kind, content } = dispositifRevision
  const [row] = await tx
    .select({ content })
    .from(dispositifSession)
    .innerJoin(
      dispositifRevision,
      and(eq(networkId, dispositifSession.networkId), eq(id, dispositifSession.rulesId), eq(kind, 'rules')),
    )
    .where(and(eq(dispositifSession.networkId, ctx.network.id), eq(dispositifSession.id, sessionId)))
  return row ? rules.parse(row.content) : []
}
