import type { LoaderFunctionArgs } from '@remix-run/node'
import { writePdf } from '#packages/pdf/write-pdf.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { draftMinutes } from '#server/dispositifs/sitting/minutes.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard } from '../../guard.server.ts'
import { fileAnswer } from './file-answer.server.ts'
import { minutesPaper } from './minutes-paper.server.ts'
import { writeDocx } from './write-docx.server.ts'

/** Minutes as they stand, to read before they are signed. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['jury:read'])
  const content = await answering(args, async () => draftMinutes(ctx, recordId(args.params.sitting)))
  const paper = minutesPaper(content, ctx, null)
  return new URL(args.request.url).pathname.endsWith('.docx')
    ? fileAnswer(
        await writeDocx(paper),
        'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'projet-pv.docx',
      )
    : fileAnswer(await writePdf(paper), 'application/pdf', 'projet-pv.pdf')
}
