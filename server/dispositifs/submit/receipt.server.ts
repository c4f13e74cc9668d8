import { writePdf } from '#packages/pdf/write-pdf.server.ts'
import type { Context } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { getOwnDossier } from '../fill/get-own-dossier.server.ts'

export type ReceiptWords = {
  title: string
  intro: string
  deposited: string
  labels: Record<'number' | 'call' | 'holder' | 'project' | 'at' | 'by', string>
  page: (page: number, pages: number) => string
}

/** What proves a deposit: which dossier, of whom, and the second it was received. */
export async function writeReceipt(
  ctx: Context,
  id: string,
  say: (found: { code: string; submittedAt: Date; timeZone: string }) => ReceiptWords,
) {
  const { row, session, dispositif, holders, editors } = await getOwnDossier(ctx, id)
  if (!row.submittedAt) throw notFound()
  const words = say({ code: dispositif.code, submittedAt: row.submittedAt, timeZone: session.timeZone })
  const { labels } = words
  const bytes = await writePdf({
    title: words.title,
    lang: ctx.locale,
    from: nameOf(ctx.network!),
    at: row.submittedAt,
    pageOf: words.page,
    blocks: [
      { kind: 'text', text: words.intro },
      {
        kind: 'facts',
        rows: [
          [labels.number, `${dispositif.code} ${row.number}`],
          [labels.call, `${dispositif.name} · ${session.name}`],
          [labels.project, row.title],
          [labels.holder, holders.map(({ name }) => name).join(', ')],
          [labels.by, editors.map(({ name, email }) => name || email).join(', ')],
          [labels.at, words.deposited],
        ],
      },
    ],
  })
  return { bytes, name: `${dispositif.code}-${row.number}.pdf` }
}
