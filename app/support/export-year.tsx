import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from '@remix-run/node'
import type { StaffContext } from '#server/kernel/context.ts'
import { readActFilters } from '#server/support/act/read-act-filters.ts'
import { support } from '#server/support/permissions.ts'
import { exportYear } from '#server/support/year/export-year.server.ts'
import { csvAnswer } from '../csv-answer.server.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { yearView } from './year-view.server.ts'

/** Asked by a form alone: it writes a line of history. */
export function loader(args: LoaderFunctionArgs) {
  guard(args, support['act:export'])
  throw new Response(null, { status: 405 })
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, support['act:export'])
  const { year } = readActFilters(await submitted(args))
  if (!year) throw data(null, { status: 400 })
  const view = yearView(await answering(args, () => exportYear(ctx, year)), ctx)
  return csvAnswer(yearRows(view, ctx), `bilan-appuis-${year}.csv`)
}

function yearRows(view: ReturnType<typeof yearView>, { locale }: StaffContext): string[][] {
  const { t } = i18nFor(locale)
  const groups = (['flow', 'aect', 'all'] as const).flatMap((group) =>
    view[group].map(({ key, value }) => [t(`support:group.${group}`), t(`support:figure.${key}`), value]),
  )
  return [
    [t('support:csv.part'), t('support:csv.what'), String(view.year)],
    ...groups,
    ...view.kinds.map(({ family, label, text }) => [t(`support:chart.${family}`), label, text]),
    ...view.months.map(({ label, text }) => [t('support:chart.months'), label, text]),
  ]
}
