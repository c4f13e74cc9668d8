import { and, eq, isNull, notInArray } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { dossierEditor } from '#db/schema/dispositifs/holder.ts'
import { dossier, dossierHolder } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { changedMeanwhile, emptied } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import type { DossierInput, RawAnswers } from './dossier.schema.ts'
import { formOf } from './form-of.server.ts'
import { demandKnown, writeHolders } from './known-to-network.server.ts'
import { lockDossier, thisDossier } from './locked-dossier.server.ts'
import { writtenColumns } from './written-columns.ts'

/** Saves the whole form; nothing is written over what somebody else saved in between. */
export async function updateDossier(
  ctx: Context,
  id: string,
  version: number,
  input: DossierInput,
  raw: RawAnswers,
) {
  demand(ctx, dispositifs['dossier:write'])
  const { holders, ...values } = input
  await inNetwork(ctx, async (tx) => {
    const before = await lockDossier(tx, ctx, id)
    if (before.emptiedAt) throw emptied()
    if (before.version !== version) throw changedMeanwhile(before.version)
    const written = writtenColumns(await formOf(tx, ctx, before.formId), raw, input.sponsorId)
    await demandKnown(tx, ctx, before, { ...input, sponsorId: written.sponsorId })
    await tx
      .update(dossier)
      .set({ ...values, ...written, version: version + 1, updatedAt: ctx.clock.now() })
      .where(thisDossier(ctx, id))
    await tx
      .delete(dossierHolder)
      .where(and(eq(dossierHolder.networkId, ctx.network.id), eq(dossierHolder.dossierId, id)))
    await writeHolders(tx, ctx, id, holders)
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
    const keys = new Set([...Object.keys(before.answers), ...Object.keys(written.answers)])
    const changed = [...keys].filter(
      (key) => JSON.stringify(before.answers[key]) !== JSON.stringify(written.answers[key]),
    )
    await record(tx, ctx, {
      action: 'dossier.updated',
      objectType: 'dossier',
      objectId: id,
      changes: { fields: changed },
    })
  })
}
