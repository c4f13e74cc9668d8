import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { inNetwork } from '#db/client.ts'
import { dossierCorrection } from '#db/schema/dispositifs/holder.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { lockDossier, thisDossier } from '../dossier/locked-dossier.server.ts'
import { lockOwnDossier } from '../editor/editors.server.ts'
import { tellAssignee, tellEditors } from '../editor/tell-editors.server.ts'
import { noSuchMove, notReady } from '../errors.ts'
import { openFields } from '../fill/open-fields.ts'
import { faultsOf, missing } from '../form/form.ts'
import { dispositifs } from '../permissions.ts'
import { openCorrection } from './open-correction.server.ts'

type Row = typeof dossier.$inferSelect

/** The holder sends back what they were asked: the named answers are there and can be read. */
export async function answerCorrection(ctx: Context, dossierId: string, answer: string) {
  demand(ctx, dispositifs['dossier:hold'])
  await inNetwork(ctx, async (tx) => {
    const before = await lockOwnDossier(tx, ctx, dossierId)
    if (before.state !== 'to_correct') throw noSuchMove(before.state, 'submitted')
    const correction = await openCorrection(tx, ctx, dossierId)
    const form = await formOf(tx, ctx, before.formId)
    const open = openFields(form, before, correction)
    const asked = (key: string) => open.includes(key)
    const lacks = missing(form, before.answers).filter(asked)
    const faults = Object.keys(faultsOf(form, before.answers)).filter(asked)
    if (lacks.length + faults.length > 0) throw notReady(lacks.length, faults.length, [])
    const now = ctx.clock.now()
    if (correction)
      await tx
        .update(dossierCorrection)
        .set({ answeredAt: now, answeredBy: ctx.account.id, answer })
        .where(and(eq(dossierCorrection.networkId, ctx.network.id), eq(dossierCorrection.id, correction.id)))
    await backToTeam(tx, ctx, before, now)
    await record(tx, ctx, { action: 'dossier.corrected', objectType: 'dossier', objectId: dossierId })
    await tellAssignee(tx, ctx, before, 'dispositifs.corrected')
  })
}

/** The team asks nothing any more: the dossier is with it again, as it is. */
export async function cancelCorrection(ctx: Context, dossierId: string) {
  demand(ctx, dispositifs['dossier:move'])
  await inNetwork(ctx, async (tx) => {
    const before = await lockDossier(tx, ctx, dossierId)
    const correction = await openCorrection(tx, ctx, dossierId)
    if (!correction) throw noSuchMove(before.state, 'submitted')
    const now = ctx.clock.now()
    await tx
      .update(dossierCorrection)
      .set({ cancelledAt: now, cancelledBy: ctx.account.id })
      .where(and(eq(dossierCorrection.networkId, ctx.network.id), eq(dossierCorrection.id, correction.id)))
    if (before.state === 'to_correct') await backToTeam(tx, ctx, before, now)
    await record(tx, ctx, {
      action: 'dossier.correction_cancelled',
      objectType: 'dossier',
      objectId: dossierId,
    })
    await tellEditors(tx, ctx, dossierId, { what: 'cancelled', notice: 'dispositifs.correction_cancelled' })
  })
}

const backToTeam = (tx: Transaction, ctx: StaffContext, before: Pick<Row, 'id' | 'version'>, now: Date) =>
  tx
    .update(dossier)
    .set({
      ...{ state: 'submitted', movedAt: now, movedBy: ctx.account.id, moveReason: '', updatedAt: now },
      version: before.version + 1,
    })
    .where(thisDossier(ctx, before.id))
