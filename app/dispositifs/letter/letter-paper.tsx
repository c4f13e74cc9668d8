import type { LoaderFunctionArgs } from '@remix-run/node'
import type { Block } from '#packages/pdf/pdf.ts'
import { writePdf } from '#packages/pdf/write-pdf.server.ts'
import { days } from '#packages/referentials/dates.ts'
import { getSentLetter } from '#server/dispositifs/letter/get-sent-letter.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { nameOf } from '../../shell.server.ts'

/** A letter on paper, as it was sent: of its day, in the words of then. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:read'])
  const { letter, number } = await answering(args, async () =>
    getSentLetter(ctx, recordId(args.params.id), recordId(args.params.letter)),
  )
  const { t } = i18nFor('fr')
  const sender = nameOf(ctx.network)
  const blocks: Block[] = letter.body
    .split(/\n{2,}/)
    .flatMap((text) => [{ kind: 'text', text }, { kind: 'gap' }])
  const bytes = await writePdf({
    ...{ title: letter.subject, lang: 'fr', from: sender, at: letter.at },
    subtitle: days('fr', ctx.network.timeZone, 'long').format(letter.at),
    color: ctx.network.brand.brand,
    pageOf: (page, pages) => t('dispositifs:follow.letters.page', { page, pages }),
    blocks,
  })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="lettre-${number}.pdf"`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    },
  })
}
