import { days } from '#packages/referentials/dates.ts'
import { DEPARTMENTS, departmentName } from '#packages/referentials/departments.ts'
import { KINDS, kindLabel } from '#packages/referentials/kinds.ts'
import { today } from '#server/kernel/clock.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { may } from '#server/kernel/permissions.ts'
import { breakDownMembers } from '#server/observatory/figure/break-down-members.server.ts'
import { countFigures } from '#server/observatory/figure/count-figures.server.ts'
import { FIGURE_KEYS } from '#server/observatory/figure/figures.ts'
import { support } from '#server/support/permissions.ts'
import { i18nFor } from '../i18n.server.ts'
import { mapOf } from '../portal/outlines.server.ts'

/** A network's figures at the end of a day; each leads to the rows that make it. */
export async function figuresView(ctx: StaffContext, day: string) {
  const { network, locale, clock } = ctx
  const figures = await countFigures(ctx, day, FIGURE_KEYS)
  const breakdown = await breakDownMembers(ctx, day)
  const { t } = i18nFor(locale)
  const number = new Intl.NumberFormat(locale)
  const now = today(clock, network.timeZone)
  const base = `/${network.slug}/bureau/chiffres`
  const href = (key: string, more: Record<string, string> = {}) =>
    `${base}/${key}?${new URLSearchParams({ au: day, ...more })}`
  const side = (name: 'kind' | 'department') => breakdown.filter((one) => one.side === name)
  const departments = side('department').map(({ value, count }) => ({
    key: value ?? '',
    label: value ? departmentName(value) : t('observatory:unknown'),
    value: count,
    href: href('members', { departement: value ?? '' }),
  }))
  const drawn = new Set(DEPARTMENTS.map(({ code }) => code))
  const shown = FIGURE_KEYS.filter((key) => key !== 'outside' || network.departments.length > 0).filter(
    (key) => key !== 'listed' || network.modules.includes('directory'),
  )
  return {
    day,
    today: now,
    lastYearEnd: `${Number(now.slice(0, 4)) - 1}-12-31`,
    year: day.slice(0, 4),
    /** A year that is not over is never compared to a whole one without saying so. */
    partial: !day.endsWith('-12-31'),
    on: days(locale, 'UTC', 'long').format(new Date(day)),
    figures: shown.map((key) => ({ key, value: number.format(figures[key]), href: href(key) })),
    members: figures.members,
    kinds: [...KINDS.map(({ key }) => key as string), null].flatMap((kind) => {
      const found = side('kind').find(({ value }) => value === kind)
      if (!found) return []
      return {
        key: kind ?? '',
        label: kind ? kindLabel(kind as (typeof KINDS)[number]['key'], locale) : t('observatory:unknown'),
        value: found.count,
        text: number.format(found.count),
        href: href('members', { type: kind ?? '' }),
      }
    }),
    support:
      network.modules.includes('support') && may(ctx, support['act:read'])
        ? `/${network.slug}/bureau/appuis/bilan?annee=${day.slice(0, 4)}`
        : null,
    departments,
    map: mapOf(
      'departements',
      departments.filter(({ key }) => drawn.has(key)),
    ),
  }
}
