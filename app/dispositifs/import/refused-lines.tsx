import type { LoaderFunctionArgs } from '@remix-run/node'
import { findLines, getImport, LINES_PER_PAGE } from '#server/dispositifs/import/get-import.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import type { Context } from '#server/kernel/context.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { csvAnswer } from '../../csv-answer.server.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { faultWords } from './import-view.server.ts'

/** The lines that stay out, as the file had them and with why: mended, they can be sent again as they are. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:import'])
  const found = await answering(args, async () =>
    getImport(ctx, recordId(args.params.session), recordId(args.params.dossierImport)),
  )
  const stem = found.name.replace(/\.[^.]+$/, '').replace(/[^\x20-\x7e]|["\\%]/g, '_')
  return csvAnswer(rowsOf(ctx, found), `${stem}-refus.csv`)
}

async function* rowsOf(
  ctx: Context,
  { id, columns, targets }: Awaited<ReturnType<typeof getImport>>,
): AsyncGenerator<string[]> {
  const { t } = i18nFor(ctx.locale)
  const known = new Map(targets.map((one) => [one.key, one]))
  yield [
    ...columns.map(({ heading }) => heading),
    t('dispositifs:papers.import.line'),
    t('dispositifs:papers.import.why'),
  ]
  for (let page = 1; ; page++) {
    const { lines } = await findLines(ctx, id, 'refused', page)
    for (const { line, cells, faults } of lines)
      yield [
        ...columns.map((_, at) => cells[at] ?? ''),
        String(line),
        faults.map((fault) => faultWords(fault, known, ctx.locale)).join(' | '),
      ]
    if (lines.length < LINES_PER_PAGE) return
  }
}
