import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { stringify } from 'csv-stringify/sync'
import type { StaffContext } from '#server/kernel/context.ts'
import { support } from '#server/support/permissions.ts'
import { exportActs, exportYear } from '#server/support/year/export-acts.server.ts'
import { answering, guard, submitted } from '../guard.server.ts'
import { i18nFor } from '../i18n.server.ts'
import { readActFilters } from './act-search.server.ts'
import { yearView } from './year-view.server.ts'

/** Asked by a form alone, for it writes a line of history; opened by itself, it leads to the page that has the form. */
export function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, support['act:export'])
  return redirect(`/${ctx.network.slug}/bureau/appuis`)
}

export async function action(args: ActionFunctionArgs) {
  const ctx = guard(args, support['act:export'])
  const form = await submitted(args)
  const filters = readActFilters(form)
  if (form.get('quoi') === 'bilan') {
    const { year } = filters
    if (!year) throw data(null, { status: 400 })
    return csv(
      yearRows(yearView(await answering(args, () => exportYear(ctx, year)), ctx), ctx),
      `bilan-appuis-${year}`,
    )
  }
  const acts = await answering(args, () => exportActs(ctx, filters))
  const { t } = i18nFor(ctx.locale)
  const head = [
    t('support:column.on'),
    t('support:field.organisations'),
    t('support:minutesOf'),
    t('support:filter.family'),
    t('support:field.kind'),
    t('support:field.channel'),
    t('support:field.topic'),
    t('support:column.by'),
    t('support:field.nextStep'),
    t('support:field.nextOn'),
  ]
  const rows = acts.map((act) => [
    act.happenedOn,
    act.organisations.map(({ name }) => name).join(', '),
    act.minutes,
    t(`support:family.${act.family}`),
    t(`support:kind.${act.kind}`),
    act.channel ? t(`support:channel.${act.channel}`) : '',
    act.topic,
    act.by ?? '',
    act.nextStep,
    act.nextOn ?? '',
  ])
  return csv([head, ...rows], `appuis-${filters.year ?? ctx.network.slug}`)
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

function csv(rows: (string | number)[][], name: string) {
  const text = stringify(rows, {
    delimiter: ';',
    escape_formulas: true,
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]/,
  })
  return new Response(`\uFEFF${text}`, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
      'cache-control': 'private, no-store',
    },
  })
}
