import { and, eq } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork } from '#db/client.ts'
import { dossierCorrection } from '#db/schema/dispositifs/holder.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { lockDossier, thisDossier } from '../dossier/locked-dossier.server.ts'
import { tellEditors } from '../editor/tell-editors.server.ts'
import { dueInPast, fieldMissing, noSuchMove } from '../errors.ts'
import { type DossierState, nextStates } from '../lifecycle/lifecycle.ts'
import { dispositifs } from '../permissions.ts'
import { stepsOf } from '../session/steps-of.ts'
import { thisCall } from '../submit/this-call.server.ts'
import type { CorrectionInput } from './correction.schema.ts'
import { openCorrection } from './open-correction.server.ts'

/** The dossier goes back to its holder for the named answers, with words and a day; the others stay shut. */
export async function askCorrection(ctx: Context, dossierId: string, input: CorrectionInput) {
  demand(ctx, dispositifs['dossier:move'])
  await inNetwork(ctx, async (tx) => {
    const before = await lockDossier(tx, ctx, dossierId)
    const { session } = await thisCall(tx, ctx, before.sessionId)
    const from = before.state as DossierState
    if (!nextStates(from, stepsOf(session.steps), 'staff').includes('to_correct'))
      throw noSuchMove(from, 'to_correct')
    if (input.dueOn < today(ctx.clock, ctx.network.timeZone)) throw dueInPast()
    const { sections } = await formOf(tx, ctx, before.formId)
    const known = new Set(sections.flatMap(({ fields }) => fields.map(({ key }) => key)))
    const fields = [...new Set(input.fields)].filter((key) => known.has(key))
    if (fields.length === 0) throw fieldMissing('fields', 'fields_missing')
    const now = ctx.clock.now()
    // Moved on by hand since: what was asked then is asked no longer.
    const former = await openCorrection(tx, ctx, dossierId)
    if (former)
      await tx
        .update(dossierCorrection)
        .set({ cancelledAt: now, cancelledBy: ctx.account.id })
        .where(and(eq(dossierCorrection.networkId, ctx.network.id), eq(dossierCorrection.id, former.id)))
    await tx.insert(dossierCorrection).values({
      ...{ networkId: ctx.network.id, id: v7(), dossierId, ...input, fields },
      ...{ askedBy: ctx.account.id, askedAt: now },
    })
    const { reason, dueOn } = input
    await tx
      .update(dossier)
      .set({
        ...{ state: 'to_correct', movedAt: now, movedBy: ctx.account.id, moveReason: reason, updatedAt: now },
        version: before.version + 1,
      })
      .where(thisDossier(ctx, dossierId))
    await record(tx, ctx, {
      action: 'dossier.correction_asked',
      objectType: 'dossier',
      objectId: dossierId,
      changes: { fields, dueOn, state: { from, to: 'to_correct' } },
    })
    const told = {
      what: 'correction',
      notice: 'dispositifs.correction',
      reason,
      dueOn,
      page: '/remplir',
    } as const
    await tellEditors(tx, ctx, dossierId, told)
  })
}
