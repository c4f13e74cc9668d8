import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dispositif } from '#db/schema/dispositifs.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { callClosed } from '../errors.ts'
import { getListedDispositif } from '../listing/get-listed-dispositif.server.ts'
import { callState, callsByState } from '../listing/listed-calls.ts'
import { lockSession } from '../session/locked-session.server.ts'

/** The call one may deposit for, of a published dispositif whose files come here; null when none is open. */
export async function openCallOf(ctx: NetworkContext, slug: string) {
  const listed = await getListedDispositif(ctx.network.id, slug)
  if (listed.intake !== 'here') throw notFound()
  return { listed, call: callsByState(listed.calls, ctx.clock.now()).open[0] ?? null }
}

/** The same, when a dossier is about to be made: published, here, and open. */
export async function lockOpenSession(tx: Transaction, ctx: NetworkContext, sessionId: string) {
  const session = await lockSession(tx, ctx, sessionId)
  const [of] = await tx
    .select()
    .from(dispositif)
    .where(and(eq(dispositif.networkId, ctx.network.id), eq(dispositif.id, session.dispositifId)))
  if (!of?.publishedAt || of.archivedAt || of.intake !== 'here' || !session.publishedAt) throw notFound()
  const when = { opensAt: session.opensAt.toISOString(), closesAt: session.closesAt.toISOString() }
  if (callState(when, ctx.clock.now()) !== 'open') throw callClosed()
  return { session, dispositif: of }
}
