import { and, eq, sql } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { sessionFrameListing } from '#db/schema/dispositifs/frame.ts'
import { dispositif } from '#db/schema/dispositifs.ts'
import type { Context, NetworkContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { everyNetwork, nameOf } from '#server/kernel/networks.ts'
import { demand } from '#server/kernel/permissions.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession } from '../session/locked-session.server.ts'
import { leadOf } from './shared-key.ts'

/** None for a network that is no longer active. */
function networkName(networkId: number): string {
  const network = everyNetwork().find(({ id }) => id === networkId)
  return network ? nameOf(network) : ''
}

type Row = typeof sessionFrameListing.$inferSelect
const told = (row: Row) => ({
  ...row,
  network: networkName(row.networkId),
  leads: leadOf(row.sharedKey) === row.networkId,
})
export type Frame = ReturnType<typeof told>

/** Calls that other networks propose to hold together, still open, that this one does not hold yet. */
export async function proposedFrames(ctx: Context): Promise<Frame[]> {
  demand(ctx, dispositifs['dispositif:read'])
  const rows = await inNetwork(ctx, (tx) =>
    tx
      .select()
      .from(sessionFrameListing)
      .where(
        sql`closes_at > ${ctx.clock.now().toISOString()}::timestamptz and network_id <> ${ctx.network.id}
          and shared_key like network_id || '.%'
          and shared_key not in (select coalesce(shared_key, '') from dispositif_session
            where network_id = ${ctx.network.id})`,
      )
      .orderBy(sessionFrameListing.closesAt, sessionFrameListing.id),
  )
  return rows.map(told)
}

/** Every network that holds this call, its proposer first; null when it is held alone. */
export async function framesOfSession(ctx: Context, sessionId: string) {
  demand(ctx, dispositifs['dispositif:read'])
  return inNetwork(ctx, async (tx) => {
    const { sharedKey, name } = await lockSession(tx, ctx, sessionId)
    if (!sharedKey) return { name, frames: null }
    const frames = (
      await tx.select().from(sessionFrameListing).where(eq(sessionFrameListing.sharedKey, sharedKey))
    ).map(told)
    frames.sort((a, b) => Number(b.leads) - Number(a.leads) || a.network.localeCompare(b.network, 'fr'))
    return { name, frames }
  })
}

/** One that is proposed, by its proposer and its key: absent when it is no longer, or never was. */
export async function proposedFrame(tx: Transaction, key: string): Promise<Frame> {
  const [row] = await tx
    .select()
    .from(sessionFrameListing)
    .where(and(eq(sessionFrameListing.sharedKey, key), eq(sessionFrameListing.networkId, leadOf(key) || 0)))
  if (!row) throw notFound()
  return told(row)
}

/** The network's own dispositifs in which a proposed call can be held, those of the same name first. */
export async function hostsOf(tx: Transaction, ctx: NetworkContext, code: string) {
  const { id, code: own, name, archivedAt } = dispositif
  const rows = await tx
    .select({ id, code: own, name })
    .from(dispositif)
    .where(and(eq(dispositif.networkId, ctx.network.id), sql`${archivedAt} is null`))
    .orderBy(own)
  return rows.sort((a, b) => Number(b.code === code) - Number(a.code === code))
}
