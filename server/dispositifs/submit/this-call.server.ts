import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dispositif, dispositifSession } from '#db/schema/dispositifs.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { thisSession } from '../session/locked-session.server.ts'

/** The call of a dossier, held by nobody: a thousand deposits read it in the same minute. */
export async function thisCall(tx: Transaction, ctx: NetworkContext, sessionId: string) {
  const [found] = await tx
    .select({
      session: dispositifSession,
      intake: dispositif.intake,
      name: dispositif.name,
      code: dispositif.code,
    })
    .from(dispositifSession)
    .innerJoin(
      dispositif,
      and(
        eq(dispositif.networkId, dispositifSession.networkId),
        eq(dispositif.id, dispositifSession.dispositifId),
      ),
    )
    .where(thisSession(ctx, sessionId))
  if (!found) throw notFound()
  return found
}
