import { and, eq, inArray } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dossierFile } from '#db/schema/dispositifs/holder.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import type { Upload } from '#server/kernel/files/examine-file.server.ts'
import { removeFile } from '#server/kernel/files/remove-file.server.ts'
import { storeFile } from '#server/kernel/files/store-file.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { openCorrection } from '../correction/open-correction.server.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { demandEditor, lockOwnDossier } from '../editor/editors.server.ts'
import { notOpenToHolder } from '../errors.ts'
import { openFields } from '../fill/open-fields.ts'
import { dispositifs } from '../permissions.ts'
import { filesOfField, tellFile, writeFiles } from './field-files.server.ts'

type Row = Awaited<ReturnType<typeof lockOwnDossier>>

/** A document that a field of the form asks for, kept with the dossier and told in its answer. */
export async function attachToField(ctx: Context, dossierId: string, fieldKey: string, upload: Upload) {
  demand(ctx, dispositifs['dossier:hold'])
  // Said before the bytes are looked at: most refusals need none.
  await inNetwork(ctx, async (tx) => heldBy(tx, ctx, await demandEditor(tx, ctx, dossierId), fieldKey, 1))
  const owner = { ownerType: 'dossier', ownerId: dossierId }
  return storeFile(ctx, { ...owner, upload }, async (tx, file) => {
    const before = await lockOwnDossier(tx, ctx, dossierId)
    const { form, files } = await heldBy(tx, ctx, before, fieldKey, 1)
    await tx.insert(dossierFile).values({
      ...{ networkId: ctx.network.id, fileId: file.id, dossierId, kind: 'field', fieldKey },
      ...{ addedBy: ctx.account.id, addedAt: ctx.clock.now() },
    })
    const answer = [...files, { id: file.id, name: file.name }]
    await writeFiles(tx, ctx, { form, row: before }, fieldKey, answer)
    await tellFile(tx, ctx, dossierId, 'dossier.file_attached', { from: null, to: file.name })
  })
}

export async function detachFromField(ctx: Context, dossierId: string, fileId: string) {
  demand(ctx, dispositifs['dossier:hold'])
  await inNetwork(ctx, async (tx) => {
    const before = await lockOwnDossier(tx, ctx, dossierId)
    const mine = and(eq(dossierFile.networkId, ctx.network.id), eq(dossierFile.fileId, fileId))
    const [file] = await tx
      .select()
      .from(dossierFile)
      .where(and(mine, eq(dossierFile.dossierId, dossierId)))
    if (!file?.fieldKey) throw notFound()
    const { form, files } = await heldBy(tx, ctx, before, file.fieldKey, 0)
    const name = await removeFile(tx, ctx, { id: fileId, ownerType: 'dossier', ownerId: dossierId })
    await tx.delete(dossierFile).where(mine)
    const answer = files.filter(({ id }) => id !== fileId)
    await writeFiles(tx, ctx, { form, row: before }, file.fieldKey, answer)
    await tellFile(tx, ctx, dossierId, 'dossier.file_removed', { from: name, to: null })
  })
}

/** The files of a field that this person may change now, with room for `more`. */
async function heldBy(
  tx: Transaction,
  ctx: StaffContext,
  row: Omit<Row, 'editorId'>,
  fieldKey: string,
  more: number,
) {
  const form = await formOf(tx, ctx, row.formId)
  const files = filesOfField(form, row, fieldKey, more)
  if (!openFields(form, row, await openCorrection(tx, ctx, row.id)).includes(fieldKey))
    throw notOpenToHolder()
  return { form, files }
}

export type ReportFile = 'report' | 'proof'

/** A paper of the final report, or the proof of an expense, while it is being written. */
export async function attachToReport(ctx: Context, dossierId: string, kind: ReportFile, upload: Upload) {
  demand(ctx, dispositifs['dossier:hold'])
  await inNetwork(ctx, async (tx) => reportOpen(await demandEditor(tx, ctx, dossierId)))
  const owner = { ownerType: 'dossier', ownerId: dossierId }
  return storeFile(ctx, { ...owner, upload }, async (tx, file) => {
    reportOpen(await lockOwnDossier(tx, ctx, dossierId))
    await tx.insert(dossierFile).values({
      ...{ networkId: ctx.network.id, fileId: file.id, dossierId, kind },
      ...{ addedBy: ctx.account.id, addedAt: ctx.clock.now() },
    })
    await tellFile(tx, ctx, dossierId, 'dossier.file_attached', { from: null, to: file.name })
  })
}

export async function detachFromReport(ctx: Context, dossierId: string, fileId: string) {
  demand(ctx, dispositifs['dossier:hold'])
  await inNetwork(ctx, async (tx) => {
    reportOpen(await lockOwnDossier(tx, ctx, dossierId))
    const gone = await tx
      .delete(dossierFile)
      .where(
        and(
          eq(dossierFile.networkId, ctx.network.id),
          eq(dossierFile.fileId, fileId),
          eq(dossierFile.dossierId, dossierId),
          inArray(dossierFile.kind, ['report', 'proof']),
        ),
      )
      .returning({ id: dossierFile.fileId })
    if (gone.length === 0) throw notFound()
    const name = await removeFile(tx, ctx, { id: fileId, ownerType: 'dossier', ownerId: dossierId })
    await tellFile(tx, ctx, dossierId, 'dossier.file_removed', { from: name, to: null })
  })
}

const reportOpen = ({ state }: { state: string }) => {
  if (state !== 'done') throw notOpenToHolder()
}
