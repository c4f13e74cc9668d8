import { days } from '#packages/referentials/dates.ts'
import { today } from '#server/kernel/clock.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { ALL_KINDS, durationText, familyOf } from '#server/support/act/act.ts'
import type { YearOfSupport } from '#server/support/year/count-year.server.ts'
import { i18nFor } from '../i18n.server.ts'

/** The year's figures as they are read, each with the rows that make it. */
export function yearView(counted: YearOfSupport, ctx: StaffContext) {
  const { locale, network } = ctx
  const { year, flow, aect, all, overlap, average } = counted
  const { t } = i18nFor(locale)
  const base = `/${network.slug}/bureau/appuis`
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 })
  const exactly = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const rows = (asked: Record<string, string>) =>
    `${base}?${new URLSearchParams({ annee: String(year), ...asked })}`
  const hours = (minutes: number) => number.format(minutes / 60)
  const tile = (key: string, value: string, href?: string) => ({ key, value, href })
  return {
    base,
    year,
    years: [...new Set([...counted.years, year])].sort((a, b) => b - a),
    empty: all.acts === 0,
    scope: scopeOf(year, ctx),
    flow: [
      tile('organisations', number.format(flow.organisations), rows({ famille: 'flow', vue: 'structures' })),
      tile('hours', t('support:hoursValue', { hours: hours(flow.minutes) }), rows({ famille: 'flow' })),
      tile('acts', number.format(flow.acts), rows({ famille: 'flow' })),
      tile('average', average === null ? '—' : t('support:hoursValue', { hours: exactly.format(average) })),
    ],
    aect: [
      tile('authorities', number.format(aect.organisations), rows({ famille: 'aect', vue: 'structures' })),
      tile('hours', t('support:hoursValue', { hours: hours(aect.minutes) }), rows({ famille: 'aect' })),
      tile('acts', number.format(aect.acts), rows({ famille: 'aect' })),
    ],
    all: [
      tile('distinct', number.format(all.organisations), rows({ vue: 'structures' })),
      tile('overlap', number.format(overlap), rows({ vue: 'structures', recoupement: '1' })),
    ],
    sum: t('support:sum', {
      flow: number.format(flow.organisations),
      aect: number.format(aect.organisations),
      overlap: number.format(overlap),
      all: number.format(all.organisations),
    }),
    how: t('support:averageHow', {
      hours: hours(flow.minutes),
      organisations: number.format(flow.organisations),
    }),
    longest: Math.max(0, ...counted.kinds.map(({ minutes }) => minutes)),
    kinds: ALL_KINDS.map((kind) => {
      const { acts = 0, minutes = 0 } = counted.kinds.find((one) => one.kind === kind) ?? {}
      return {
        family: familyOf(kind),
        key: kind,
        label: t(`support:kind.${kind}`),
        value: minutes,
        text: t('support:actsAndTime', { acts: number.format(acts), time: durationText(minutes) }),
        href: rows({ type: kind }),
      }
    }),
    months: counted.months.map(({ month, flow, aect }) => ({
      key: String(month),
      label: new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(
        new Date(Date.UTC(year, month - 1, 1)),
      ),
      parts: [flow, aect].map((minutes) => ({ value: minutes, text: durationText(minutes) })),
      text: durationText(flow + aect),
      href: rows({ mois: String(month) }),
    })),
  }
}

/** The year that runs is told up to today. */
function scopeOf(year: number, { clock, network, locale }: StaffContext) {
  const { t } = i18nFor(locale)
  const day = today(clock, network.timeZone)
  return day.startsWith(String(year))
    ? t('support:scopeSoFar', { year, date: days(locale, 'UTC').format(new Date(day)) })
    : t('support:scopeYear', { year })
}
