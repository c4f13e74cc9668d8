import type { Transaction } from '#db/client.ts'
import { dossier } from '#db/schema/dispositifs.ts'
import { record } from '#server/kernel/audit.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import type { lockDossier } from '../dossier/locked-dossier.server.ts'
import { thisDossier } from '../dossier/locked-dossier.server.ts'
import { writtenColumns } from '../dossier/written-columns.ts'
import { tooManyFiles } from '../errors.ts'
import type { FileAnswer } from '../form/answer.schema.ts'
import type { FormDefinition } from '../form/form.schema.ts'
import { filesIn, mostFiles } from './file-fields.ts'

type Row = Awaited<ReturnType<typeof lockDossier>>

/** The files that answer a field of the form, with room for `more`. */
export function filesOfField(
  form: FormDefinition,
  { answers }: Pick<Row, 'answers'>,
  fieldKey: string,
  more: number,
): FileAnswer[] {
  const field = form.sections.flatMap(({ fields }) => fields).find(({ key }) => key === fieldKey)
  if (field?.type !== 'file') throw notFound()
  const files = filesIn(answers, fieldKey)
  if (files.length + more > mostFiles(field)) throw tooManyFiles()
  return files
}

/** These files are the answer, and the columns that lists and rules look at follow. */
export async function writeFiles(
  tx: Transaction,
  ctx: StaffContext,
  { form, row }: { form: FormDefinition; row: Row },
  fieldKey: string,
  files: FileAnswer[],
) {
  const written = writtenColumns(form, { ...row.answers, [fieldKey]: files }, row.sponsorId)
  await tx
    .update(dossier)
    .set({
      ...written,
      title: written.title || row.title,
      version: row.version + 1,
      updatedAt: ctx.clock.now(),
    })
    .where(thisDossier(ctx, row.id))
}

export const tellFile = (
  tx: Transaction,
  ctx: StaffContext,
  objectId: string,
  action: string,
  file: { from: string | null; to: string | null },
) => record(tx, ctx, { action, objectType: 'dossier', objectId, changes: { file } })
