import type { LoaderFunctionArgs } from '@remix-run/node'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { writeReceipt } from '#server/dispositifs/submit/receipt.server.ts'
import { recordId } from '#server/kernel/record-id.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { instantTold } from '../instants.server.ts'

const LABELS = ['number', 'call', 'holder', 'project', 'at', 'by'] as const

/** The receipt, as a paper. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:hold'])
  const { locale, network } = ctx
  const { t } = i18nFor(locale)
  const say = (key: string, more: Record<string, unknown> = {}) =>
    t(`dispositifs:holder.receipt.${key}`, more)
  const { bytes, name } = await answering(args, async () =>
    writeReceipt(ctx, recordId(args.params.id), ({ submittedAt, timeZone }) => ({
      ...{ title: say('title'), intro: say('intro') },
      deposited: `${instantTold(submittedAt.toISOString(), timeZone, network.timeZone, locale).text} · ${submittedAt.toISOString()}`,
      labels: Object.fromEntries(LABELS.map((key) => [key, say(key)])) as Record<
        (typeof LABELS)[number],
        string
      >,
      page: (page, pages) => say('page', { page, pages }),
    })),
  )
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
      'cache-control': 'private, no-store',
    },
  })
}
