import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { openCorrection } from '../correction/open-correction.server.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { demandEditor } from '../editor/editors.server.ts'
import { readsOnly } from '../errors.ts'
import { answerSchemaOf } from '../form/answer.schema.ts'
import type { Field } from '../form/form.schema.ts'
import { isFilled } from '../form/form.ts'
import { dispositifs } from '../permissions.ts'
import { sameAnswer } from './answer-base.ts'
import { openFields } from './open-fields.ts'

/** An answer of a former dossier that this form could take: the same question, and an answer it can read. */
export type Offered = { field: Field; theirs: unknown; mine: unknown }

/** What one of my dossiers could give to another, field by field; files stay where they are. */
export async function offeredAnswers(ctx: Context, id: string, formerId: string) {
  demand(ctx, dispositifs['dossier:hold'])
  return inNetwork(ctx, async (tx) => {
    const row = await demandEditor(tx, ctx, id)
    const former = await demandEditor(tx, ctx, formerId)
    if (row.access === 'read') throw readsOnly()
    const form = await formOf(tx, ctx, row.formId)
    const formerForm = await formOf(tx, ctx, former.formId)
    const open = new Set(openFields(form, row, await openCorrection(tx, ctx, id)))
    const formerFields = formerForm.sections.flatMap(({ fields }) => fields)
    const offered = form.sections
      .flatMap(({ fields }) => fields)
      .flatMap((field): Offered[] => {
        if (!open.has(field.key) || field.type === 'file') return []
        const same = formerFields.find(({ key, type }) => key === field.key && type === field.type)
        const theirs = same && former.answers[same.key]
        if (!same || !isFilled(same, theirs) || sameAnswer(theirs, row.answers[field.key])) return []
        return answerSchemaOf(field).safeParse(theirs).success
          ? [{ field, theirs, mine: row.answers[field.key] }]
          : []
      })
    return { row, former, form, offered }
  })
}
