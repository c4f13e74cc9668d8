import type { LoaderFunctionArgs } from '@remix-run/node'
import { countYear } from '#server/dispositifs/figures/count-year.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { csvAnswer } from '../../csv-answer.server.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { readYear } from './read-year.server.ts'
import { yearView } from './year-view.server.ts'

/** The table of the page as a file: figures alone, amounts as numbers. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dossier:read'])
  const year = readYear(args.request.url, ctx.clock, ctx.network.timeZone)
  const { lines, young } = yearView(await answering(args, () => countYear(ctx, year)), ctx)
  const { t } = i18nFor(ctx.locale)
  const decimal = new Intl.NumberFormat(ctx.locale, { useGrouping: false, maximumFractionDigits: 2 })
  const head = [
    'dispositif',
    'session',
    'received',
    'instructed',
    'financed',
    'requested',
    'granted',
    'countries',
  ]
  let scheme = ''
  const rows = lines.map(({ kind, label, counts, countries }) => {
    if (kind !== 'session') scheme = label
    const { received, instructed, financed, requestedCents, financedCents } = counts
    const amounts = [requestedCents, financedCents].map((cents) => decimal.format(cents / 100))
    const counted = [received, instructed, financed].map(String)
    const session = kind === 'session' ? label : t('dispositifs:figures.csv.all')
    return [scheme, session, ...counted, ...amounts, countries]
  })
  const people = young.flatMap(({ code, groups }) =>
    groups.map(({ origin, typed, parts, gap }) => [
      ...[code, t(`dispositifs:figures.origin.${origin}`), typed, parts, gap ?? ''],
    ]),
  )
  const heads = head.map((name) => t(`dispositifs:figures.csv.${name}`))
  return csvAnswer([heads, ...rows, ...people], `bilan-dispositifs-${year}.csv`)
}
