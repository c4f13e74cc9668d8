import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dispositifSession } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDispositif } from '../dispositif/locked-dispositif.server.ts'
import { refreshListing } from '../listing/refresh-listing.server.ts'
import { dispositifs } from '../permissions.ts'
import { revisionsInForce } from '../revision/revisions-in-force.server.ts'
import { lockSession, thisSession } from '../session/locked-session.server.ts'
import { type Frame, hostsOf, proposedFrame } from './find-frames.server.ts'
import { refreshFrames } from './refresh-frame.server.ts'

export async function getProposedFrame(ctx: Context, key: string) {
  demand(ctx, dispositifs['dispositif:write'])
  return inNetwork(ctx, async (tx) => {
    const frame = await proposedFrame(tx, key)
    return { frame, hosts: await hostsOf(tx, ctx, frame.code) }
  })
}

/** Holds with others a call they proposed: a session of one's own dispositif, on their days. Asked twice, one. */
export async function joinSession(ctx: Context, key: string, dispositifId: string): Promise<{ id: string }> {
  demand(ctx, dispositifs['dispositif:write'])
  return inNetwork(ctx, async (tx) => {
    const frame = await proposedFrame(tx, key)
    await lockDispositif(tx, ctx, dispositifId)
    const held = await heldAs(tx, ctx, key)
    if (held) return { id: held }
    const id = v7()
    const now = ctx.clock.now()
    await tx.insert(dispositifSession).values({
      ...{ networkId: ctx.network.id, id, dispositifId, sharedKey: key },
      ...{ name: frame.name, year: frame.year, ...daysOf(frame), steps: frame.steps },
      ...(await revisionsInForce(tx, ctx, dispositifId)),
      ...{ createdAt: now, updatedAt: now },
    })
    await refreshFrames(tx, ctx, id)
    await record(tx, ctx, {
      action: 'dispositif_session.joined',
      objectType: 'dispositif_session',
      objectId: id,
      changes: { session: frame.name },
    })
    return { id }
  })
}

/** The proposer changed the days of the call: they are taken over as they are now. */
export async function takeSharedDays(ctx: Context, id: string): Promise<void> {
  demand(ctx, dispositifs['dispositif:write'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockSession(tx, ctx, id)
    if (!row.sharedKey) throw notFound()
    const frame = await proposedFrame(tx, row.sharedKey)
    await tx
      .update(dispositifSession)
      .set({ ...daysOf(frame), version: row.version + 1, updatedAt: ctx.clock.now() })
      .where(thisSession(ctx, id))
    await refreshListing(tx, ctx, row.dispositifId)
    await refreshFrames(tx, ctx, id)
    await record(tx, ctx, {
      action: 'dispositif_session.updated',
      objectType: 'dispositif_session',
      objectId: id,
      changes: { session: row.name },
    })
  })
}

const daysOf = ({ opensAt, closesAt, timeZone, actionsFrom, actionsTo }: Frame) => ({
  ...{ opensAt, closesAt, timeZone, actionsFrom, actionsTo },
})

async function heldAs(tx: Transaction, ctx: NetworkContext, key: string): Promise<string | null> {
  const { id, networkId, sharedKey } = dispositifSession
  const [row] = await tx
    .select({ id })
    .from(dispositifSession)
    .where(and(eq(networkId, ctx.network.id), eq(sharedKey, key)))
  return row?.id ?? null
}
