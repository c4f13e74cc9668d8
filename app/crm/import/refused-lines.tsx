import type { LoaderFunctionArgs } from '@remix-run/node'
import { refusedLines } from '#server/crm/import/find-lines.server.ts'
import { getImport } from '#server/crm/import/get-import.server.ts'
import { crm } from '#server/crm/permissions.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { csvAnswer } from '../../csv-answer.server.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { reasonTold } from './import-words.server.ts'

/** The lines that stay out, as the file had them and with why: mended, they can be sent again as they are. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, crm['import:run'])
  const found = await answering(args, async () => getImport(ctx, recordId(args.params.import)))
  const stem = found.name.replace(/\.[^.]+$/, '').replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return csvAnswer(rowsOf(ctx as StaffContext, found.id, found.headings), `${stem}-refus.csv`)
}

async function* rowsOf(ctx: StaffContext, id: string, headings: string[]): AsyncGenerator<string[]> {
  const { t } = i18nFor(ctx.locale)
  yield [...headings, t('crm:imports.line'), t('crm:imports.why')]
  for await (const { line, cells, reasons } of refusedLines(ctx, id))
    yield [
      ...headings.map((_, at) => cells[at] ?? ''),
      String(line),
      reasons.map((reason) => reasonTold(reason, ctx.locale)).join(' | '),
    ]
}
