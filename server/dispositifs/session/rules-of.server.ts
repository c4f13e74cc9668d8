import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dispositifRevision, dispositifSession } from '#db/schema/dispositifs.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { type Rule, rules } from '../rule/rule.schema.ts'

/** The rules of a session: those of the revision it is bound to, whatever was published since. */
export async function rulesOf(tx: Transaction, ctx: NetworkContext, sessionId: string): Promise<Rule[]> {
  const { networkId, id, content } = dispositifRevision
  const [row] = await tx
    .select({ content })
    .from(dispositifSession)
    .innerJoin(
      dispositifRevision,
      and(eq(networkId, dispositifSession.networkId), eq(id, dispositifSession.rulesId)),
    )
    .where(and(eq(dispositifSession.networkId, ctx.network.id), eq(dispositifSession.id, sessionId)))
  if (!row) throw notFound()
  return rules.parse(row.content)
}
