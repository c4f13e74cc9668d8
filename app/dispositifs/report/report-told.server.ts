import { moments } from '#packages/referentials/dates.ts'
import type { OwnDossierPage } from '#server/dispositifs/fill/get-own-dossier.server.ts'
import { comparedReport } from '#server/dispositifs/report/read-report.ts'
import type { NetworkContext } from '#server/kernel/context.ts'
import { fileLines } from '../../kernel/file-lines.server.ts'
import { money } from '../figures.ts'
import type { ReportTold } from './report-read.tsx'

type Found = Pick<OwnDossierPage, 'form' | 'report' | 'files'> & {
  row: Pick<OwnDossierPage['row'], 'planned' | 'achieved' | 'answers'>
}

/** What a report says, whoever reads it. */
export function reportTold(ctx: NetworkContext, found: Found, timeZone: string): ReportTold {
  const { form, report, row, files } = found
  const { network, locale } = ctx
  const spent = report?.spentCents ?? null
  const ofKind = (wanted: string) =>
    fileLines(
      files.filter(({ kind }) => kind === wanted),
      network,
      locale,
    )
  return {
    body: report?.body ?? '',
    spent: spent === null ? '' : money(spent, locale),
    sent: report?.sentAt ? moments(locale, timeZone).format(report.sentAt) : '',
    compared: comparedReport(form, row, report?.budget ?? []),
    proofs: ofKind('proof'),
    papers: ofKind('report'),
  }
}
