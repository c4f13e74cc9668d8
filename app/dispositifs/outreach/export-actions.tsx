import type { LoaderFunctionArgs } from '@remix-run/node'
import { findActions } from '#server/dispositifs/outreach/find-actions.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { csvAnswer } from '../../csv-answer.server.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { readYear } from '../figures-of-year/read-year.server.ts'

const HEAD = [
  'happenedOn',
  'kind',
  'title',
  'place',
  'dispositifs',
  'people',
  'organisations',
  'colleagues',
] as const

/** The actions of a year as a file; days as spreadsheets sort them. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['dispositif:read'])
  const year = readYear(args.request.url, ctx.clock, ctx.network.timeZone)
  const { actions } = await answering(args, () => findActions(ctx, year))
  const { t } = i18nFor(ctx.locale)
  const head = HEAD.map((name) => t(`dispositifs:follow.outreach.field.${name}`))
  const rows = actions.map((one) => [
    ...[one.happenedOn, t(`dispositifs:follow.outreach.kind.${one.kind}`), one.title, one.place],
    one.dispositifs.map(({ code }) => code).join(', '),
    ...[one.people, one.organisations].map((count) => (count === null ? '' : String(count))),
    one.colleagues.map(({ name }) => name).join(', '),
  ])
  return csvAnswer([head, ...rows], `actions-dispositifs-${year}.csv`)
}
