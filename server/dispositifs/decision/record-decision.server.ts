import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { lockDossier } from '../dossier/locked-dossier.server.ts'
import { changedMeanwhile } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession } from '../session/locked-session.server.ts'
import type { DecisionInput } from './decision.schema.ts'
import { lastNumber, writeDecision } from './write-decision.server.ts'

/** The funder's decision, or the region's where it decides; `seen` is the last one the person had read. */
export async function recordDecision(ctx: Context, dossierId: string, seen: number, input: DecisionInput) {
  demand(ctx, dispositifs['decision:record'])
  await inNetwork(ctx, async (tx) => {
    const before = await lockDossier(tx, ctx, dossierId)
    const session = await lockSession(tx, ctx, before.sessionId)
    const last = await lastNumber(tx, ctx, dossierId)
    if (last !== seen) throw changedMeanwhile(last)
    await writeDecision(tx, ctx, { before, session }, input, 'single')
  })
}
