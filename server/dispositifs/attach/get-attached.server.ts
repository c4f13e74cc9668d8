import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { formOf } from '../dossier/form-of.server.ts'
import { demandDossier } from '../dossier/locked-dossier.server.ts'
import { filesOf } from '../fill/get-own-dossier.server.ts'
import { dispositifs } from '../permissions.ts'
import { getSession } from '../session/get-session.server.ts'
import { fileFields } from './file-fields.ts'

/** The documents of a dossier as the team sees them: what each answers, and what is still asked for. */
export async function getAttached(ctx: Context, id: string) {
  demand(ctx, dispositifs['dossier:read'])
  const found = await inNetwork(ctx, async (tx) => {
    const row = await demandDossier(tx, ctx, id)
    const form = await formOf(tx, ctx, row.formId)
    const labels = new Map(
      form.sections.flatMap(({ fields }) => fields.map(({ key, label }) => [key, label] as const)),
    )
    const files = (await filesOf(tx, ctx, id)).map((file) => ({
      ...file,
      answers: file.fieldKey ? (labels.get(file.fieldKey) ?? null) : null,
    }))
    return { row, files, fields: fileFields(form, row.answers) }
  })
  return { ...found, session: await getSession(ctx, found.row.sessionId) }
}
