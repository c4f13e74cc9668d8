import { and, eq } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dossier, dossierWaiver } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { thisDossier } from '../dossier/locked-dossier.server.ts'
import { surroundings } from '../dossier/surroundings.server.ts'
import { notifyEditors } from '../editor/notify-editors.server.ts'
import { noSuchMove, notAccredited, reasonMissing, tooLate } from '../errors.ts'
import { writeLetter } from '../letter/send-letter.server.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession } from '../session/locked-session.server.ts'
import { rulesOf } from '../session/rules-of.server.ts'
import { lockSponsored } from './demand-sponsored.server.ts'

/**
 * The sponsor answers for the dossier in the last resort. What counts is when the server received it, before
 * it waited for anything: the instant of closing is out.
 */
export async function validateDossier(ctx: Context, id: string): Promise<void> {
  demand(ctx, dispositifs['sponsorship:own'])
  const received = ctx.arrivedAt ?? ctx.clock.now()
  await inNetwork(ctx, async (tx) => {
    const before = await lockSponsored(tx, ctx, id)
    const session = await lockSession(tx, ctx, before.sessionId)
    if (before.state !== 'awaiting_sponsor') throw noSuchMove(before.state, 'submitted')
    if (received >= session.closesAt) throw tooLate()
    await demandAccredited(tx, ctx, id, session.id)
    await tx
      .update(dossier)
      .set({
        ...{ state: 'submitted', movedAt: received, movedBy: ctx.account.id, moveReason: '' },
        ...{ submittedAt: received, version: before.version + 1, updatedAt: received },
      })
      .where(thisDossier(ctx, id))
    await record(tx, ctx, {
      action: 'dossier.validated_by_sponsor',
      objectType: 'dossier',
      objectId: id,
    })
    await writeLetter(tx, ctx, id, 'submitted')
  })
}

/** Where a rule of the call asks for it, and nobody of the team let this dossier off. */
async function demandAccredited(tx: Transaction, ctx: StaffContext, id: string, sessionId: string) {
  const rules = (await rulesOf(tx, ctx, sessionId)).filter(
    ({ kind, blocking }) => kind === 'sponsor_accredited' && blocking,
  )
  const waived = await tx
    .select({ key: dossierWaiver.ruleKey })
    .from(dossierWaiver)
    .where(and(eq(dossierWaiver.networkId, ctx.network.id), eq(dossierWaiver.dossierId, id)))
  if (rules.every(({ key }) => waived.some((one) => one.key === key))) return
  if ((await surroundings(tx, ctx, [id])).get(id)?.sponsorAccredited === false) throw notAccredited()
}

/** Back to its holder, with words: they are those of the mail too. */
export async function sendBackDossier(ctx: Context, id: string, reason: string): Promise<void> {
  demand(ctx, dispositifs['sponsorship:own'])
  if (!reason) throw reasonMissing()
  await inNetwork(ctx, async (tx) => {
    const before = await lockSponsored(tx, ctx, id)
    if (before.state !== 'awaiting_sponsor') throw noSuchMove(before.state, 'draft')
    const now = ctx.clock.now()
    await tx
      .update(dossier)
      .set({
        ...{ state: 'draft', movedAt: now, movedBy: ctx.account.id, moveReason: reason },
        ...{ version: before.version + 1, updatedAt: now },
      })
      .where(thisDossier(ctx, id))
    await record(tx, ctx, {
      action: 'dossier.sent_back_by_sponsor',
      objectType: 'dossier',
      objectId: id,
      changes: { reason },
    })
    await notifyEditors(tx, ctx, id, 'dispositifs.sent_back')
    await writeLetter(tx, ctx, id, 'correction')
  })
}
