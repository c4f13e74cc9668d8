import { and, eq, isNull, notInArray } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dossierEditor } from '#db/schema/dispositifs/holder.ts'
import { dossier, dossierHolder } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { changedMeanwhile, reasonMissing } from '../errors.ts'
import { refreshLaureates } from '../laureate/refresh-laureates.server.ts'
import { isDecided } from '../lifecycle/lifecycle.ts'
import { dispositifs } from '../permissions.ts'
import { lockSession } from '../session/locked-session.server.ts'
import { tellSponsor } from '../sponsor/tell-sponsor.server.ts'
import type { DossierInput, RawAnswers } from './dossier.schema.ts'
import { formOf } from './form-of.server.ts'
import { holdersOf } from './holders-of.server.ts'
import { demandKnown, writeHolders } from './known-to-network.server.ts'
import { thisDossier } from './locked-dossier.server.ts'
import { lockWritable } from './writable-dossier.server.ts'
import { writtenColumns } from './written-columns.ts'

/**
 * Saves the whole form; nothing is written over what somebody else saved in between. Of a dossier that is
 * decided, what changes is changed for a reason, which stays in the history.
 */
export async function updateDossier(
  ctx: Context,
  id: string,
  version: number,
  input: DossierInput,
  raw: RawAnswers,
  reason = '',
) {
  demand(ctx, dispositifs['dossier:write'])
  const { holders, ...values } = input
  await inNetwork(ctx, async (tx) => {
    const before = await lockWritable(tx, ctx, id)
    if (before.version !== version) throw changedMeanwhile(before.version)
    const written = writtenColumns(await formOf(tx, ctx, before.formId), raw, input.sponsorId)
    const keys = new Set([...Object.keys(before.answers), ...Object.keys(written.answers)])
    const changed = [...keys].filter(
      (key) => JSON.stringify(before.answers[key]) !== JSON.stringify(written.answers[key]),
    )
    const rewritten = changed.length > 0 || written.sponsorId !== before.sponsorId
    if (isDecided(before.state) && !reason && (rewritten || (await holdersChange(tx, ctx, id, holders))))
      throw reasonMissing()
    await demandKnown(tx, ctx, before, { ...input, sponsorId: written.sponsorId })
    await tx
      .update(dossier)
      .set({ ...values, ...written, version: version + 1, updatedAt: ctx.clock.now() })
      .where(thisDossier(ctx, id))
    await tx
      .delete(dossierHolder)
      .where(and(eq(dossierHolder.networkId, ctx.network.id), eq(dossierHolder.dossierId, id)))
    await writeHolders(tx, ctx, id, holders)
    const { laureatesPublishedAt } = await lockSession(tx, ctx, before.sessionId)
    if (laureatesPublishedAt) await refreshLaureates(tx, ctx, before.sessionId)
    if (before.state === 'awaiting_sponsor' && written.sponsorId !== before.sponsorId)
      await tellSponsor(tx, ctx, id)
    // People of an organisation that carries it no longer have nothing to do here.
    await tx
      .update(dossierEditor)
      .set({ removedAt: ctx.clock.now() })
      .where(
        and(
          ...[eq(dossierEditor.networkId, ctx.network.id), eq(dossierEditor.dossierId, id)],
          ...[isNull(dossierEditor.removedAt), notInArray(dossierEditor.organisationId, holders)],
        ),
      )
    await record(tx, ctx, {
      action: 'dossier.updated',
      objectType: 'dossier',
      objectId: id,
      changes: { fields: changed, ...(reason ? { reason } : {}) },
    })
  })
}

async function holdersChange(tx: Transaction, ctx: StaffContext, id: string, holders: string[]) {
  const { holders: before } = await holdersOf(tx, ctx, id)
  const ids = before.map((one) => one.id)
  return ids[0] !== holders[0] || ids.toSorted().join() !== holders.toSorted().join()
}
