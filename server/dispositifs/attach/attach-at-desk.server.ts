import { and, eq, inArray } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { dossierFile } from '#db/schema/dispositifs/holder.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import type { Upload } from '#server/kernel/files/examine-file.server.ts'
import { findFiles } from '#server/kernel/files/find-files.server.ts'
import { removeFile } from '#server/kernel/files/remove-file.server.ts'
import { storeFile } from '#server/kernel/files/store-file.server.ts'
import { demand } from '#server/kernel/permissions.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { thisDossier } from '../dossier/locked-dossier.server.ts'
import { lockWritable } from '../dossier/writable-dossier.server.ts'
import { dispositifs } from '../permissions.ts'
import { filesOfField, tellFile, writeFiles } from './field-files.server.ts'

type Row = Awaited<ReturnType<typeof lockWritable>>

/** A document that the team has, kept with the dossier: the answer of a field, or beside the form. */
export async function attachAtDesk(ctx: Context, dossierId: string, fieldKey: string | null, upload: Upload) {
  demand(ctx, dispositifs['dossier:write'])
  // Said before the bytes are looked at.
  await inNetwork(ctx, async (tx) => roomFor(tx, ctx, await lockWritable(tx, ctx, dossierId), fieldKey))
  const owner = { ownerType: 'dossier', ownerId: dossierId }
  return storeFile(ctx, { ...owner, upload }, async (tx, file) => {
    const row = await lockWritable(tx, ctx, dossierId)
    await keepAttached(tx, ctx, row, { file, fieldKey, kind: 'other' })
    await tellFile(tx, ctx, dossierId, 'dossier.file_attached', { from: null, to: file.name })
  })
}

type Attached = {
  file: { id: string; name: string }
  fieldKey: string | null
  /** What it is when no field asks for it. */
  kind: 'other' | 'imported'
}

/** The line of a stored file, and the answer it gives. */
export async function keepAttached(
  tx: Transaction,
  ctx: StaffContext,
  row: Row,
  { file, fieldKey, kind }: Attached,
) {
  const now = ctx.clock.now()
  await tx.insert(dossierFile).values({
    ...{ networkId: ctx.network.id, fileId: file.id, dossierId: row.id },
    ...{ kind: fieldKey ? ('field' as const) : kind, fieldKey, addedBy: ctx.account.id, addedAt: now },
  })
  if (fieldKey) await answerWith(tx, ctx, row, fieldKey, file)
  else await tx.update(dossier).set({ updatedAt: now }).where(thisDossier(ctx, row.id))
}

/** A document that is there already becomes the answer of a field. */
export async function answerWithFile(ctx: Context, dossierId: string, fileId: string, fieldKey: string) {
  demand(ctx, dispositifs['dossier:write'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockWritable(tx, ctx, dossierId)
    const named = new Map(
      (await findFiles(tx, ctx, { ownerType: 'dossier', ownerId: dossierId })).map(({ id, name }) => [
        id,
        name,
      ]),
    )
    const name = named.get(fileId)
    if (name === undefined) throw notFound()
    const given = await tx
      .update(dossierFile)
      .set({ kind: 'field', fieldKey })
      .where(and(ofTeam(ctx, dossierId, fileId), inArray(dossierFile.kind, ['imported', 'other'])))
      .returning({ id: dossierFile.fileId })
    if (given.length === 0) throw notFound()
    await answerWith(tx, ctx, row, fieldKey, { id: fileId, name })
    await tellFile(tx, ctx, dossierId, 'dossier.file_attached', { from: null, to: name })
  })
}

/** Taken away, from the answer it gave too. */
export async function detachAtDesk(ctx: Context, dossierId: string, fileId: string) {
  demand(ctx, dispositifs['dossier:write'])
  await inNetwork(ctx, async (tx) => {
    const row = await lockWritable(tx, ctx, dossierId)
    const [gone] = await tx
      .delete(dossierFile)
      .where(and(ofTeam(ctx, dossierId, fileId), inArray(dossierFile.kind, ['field', 'imported', 'other'])))
      .returning({ fieldKey: dossierFile.fieldKey })
    if (!gone) throw notFound()
    const name = await removeFile(tx, ctx, { id: fileId, ownerType: 'dossier', ownerId: dossierId })
    if (gone.fieldKey) {
      const form = await formOf(tx, ctx, row.formId)
      const left = filesOfField(form, row, gone.fieldKey, 0).filter(({ id }) => id !== fileId)
      await writeFiles(tx, ctx, { form, row }, gone.fieldKey, left)
    }
    await tellFile(tx, ctx, dossierId, 'dossier.file_removed', { from: name, to: null })
  })
}

const ofTeam = (ctx: StaffContext, dossierId: string, fileId: string) =>
  and(
    eq(dossierFile.networkId, ctx.network.id),
    eq(dossierFile.dossierId, dossierId),
    eq(dossierFile.fileId, fileId),
  )

async function roomFor(tx: Transaction, ctx: StaffContext, row: Row, fieldKey: string | null) {
  if (fieldKey) filesOfField(await formOf(tx, ctx, row.formId), row, fieldKey, 1)
}

async function answerWith(
  tx: Transaction,
  ctx: StaffContext,
  row: Row,
  fieldKey: string,
  { id, name }: { id: string; name: string },
) {
  const form = await formOf(tx, ctx, row.formId)
  await writeFiles(tx, ctx, { form, row }, fieldKey, [...filesOfField(form, row, fieldKey, 1), { id, name }])
}
