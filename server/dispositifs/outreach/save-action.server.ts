import { and, eq, inArray, isNull } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import {
  outreachAction,
  outreachActionColleague,
  outreachActionDispositif,
} from '#db/schema/dispositifs/outreach.ts'
import { dispositif } from '#db/schema/dispositifs.ts'
import { teamNames } from '#server/identity/public.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { changedMeanwhile, notOfNetwork } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import type { OutreachInput } from './outreach.schema.ts'

const thisAction = (ctx: StaffContext, id: string) =>
  and(
    eq(outreachAction.networkId, ctx.network.id),
    eq(outreachAction.id, id),
    isNull(outreachAction.removedAt),
  )

/** What was done to make dispositifs known: one action, for one or several of them. */
export async function addAction(ctx: Context, input: OutreachInput): Promise<{ id: string }> {
  demand(ctx, dispositifs['outreach:write'])
  const id = v7()
  const now = ctx.clock.now()
  const { dispositifs: schemes, colleagues, ...own } = input
  await inNetwork(ctx, async (tx) => {
    await demandKnown(tx, ctx, input)
    await tx.insert(outreachAction).values({
      ...{ networkId: ctx.network.id, id, ...own, accountId: ctx.account.id, createdAt: now, updatedAt: now },
    })
    await writeAround(tx, ctx, id, { schemes, colleagues })
    await record(tx, ctx, tell('outreach.added', id, input))
  })
  return { id }
}

export async function updateAction(ctx: Context, id: string, version: number, input: OutreachInput) {
  demand(ctx, dispositifs['outreach:write'])
  const { dispositifs: schemes, colleagues, ...own } = input
  await inNetwork(ctx, async (tx) => {
    const [before] = await tx.select().from(outreachAction).where(thisAction(ctx, id)).for('update')
    if (!before) throw notFound()
    if (before.version !== version) throw changedMeanwhile(before.version)
    await demandKnown(tx, ctx, input)
    await tx
      .update(outreachAction)
      .set({ ...own, version: version + 1, updatedAt: ctx.clock.now() })
      .where(thisAction(ctx, id))
    await writeAround(tx, ctx, id, { schemes, colleagues })
    await record(tx, ctx, tell('outreach.updated', id, input))
  })
}

/** Noted by mistake: it counts no more, and its line stays. */
export async function removeAction(ctx: Context, id: string) {
  demand(ctx, dispositifs['outreach:write'])
  await inNetwork(ctx, async (tx) => {
    const [before] = await tx.select().from(outreachAction).where(thisAction(ctx, id)).for('update')
    if (!before) throw notFound()
    await tx.update(outreachAction).set({ removedAt: ctx.clock.now() }).where(thisAction(ctx, id))
    await record(tx, ctx, tell('outreach.removed', id, before))
  })
}

const tell = (action: string, objectId: string, { title, kind }: { title: string; kind: string }) => ({
  ...{ action, objectType: 'outreach_action', objectId, changes: { title, kind } },
})

async function demandKnown(tx: Transaction, ctx: StaffContext, input: OutreachInput) {
  const found = await tx
    .select({ id: dispositif.id })
    .from(dispositif)
    .where(and(eq(dispositif.networkId, ctx.network.id), inArray(dispositif.id, input.dispositifs)))
  if (found.length !== input.dispositifs.length) throw notOfNetwork('dispositifs')
  const team = await teamNames(tx, ctx)
  if (input.colleagues.some((one) => !team.some(({ id }) => id === one))) throw notOfNetwork('colleagues')
}

async function writeAround(
  tx: Transaction,
  ctx: StaffContext,
  actionId: string,
  { schemes, colleagues }: { schemes: string[]; colleagues: string[] },
) {
  const networkId = ctx.network.id
  const [ofScheme, ofColleague] = [outreachActionDispositif, outreachActionColleague]
  await tx.delete(ofScheme).where(and(eq(ofScheme.networkId, networkId), eq(ofScheme.actionId, actionId)))
  await tx
    .delete(ofColleague)
    .where(and(eq(ofColleague.networkId, networkId), eq(ofColleague.actionId, actionId)))
  await tx.insert(ofScheme).values(schemes.map((dispositifId) => ({ networkId, actionId, dispositifId })))
  if (colleagues.length > 0)
    await tx.insert(ofColleague).values(colleagues.map((accountId) => ({ networkId, actionId, accountId })))
}
