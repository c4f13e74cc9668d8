import { days, moments } from '#packages/referentials/dates.ts'
import { today } from '#server/kernel/clock.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import type { Todo } from '#server/kernel/todo/find-todo.server.ts'
import type { TodoLine } from '#server/kernel/todo/todo.ts'
import { i18nFor } from '../i18n.server.ts'

/** What awaits somebody, its dates written: since when, or until when and whether that is past. */
export function todoView(ctx: StaffContext, { lines, total, all }: Todo) {
  const date = days(ctx.locale, ctx.network.timeZone)
  const shown = lines.map(({ due, ...line }) => ({
    ...line,
    since: line.since && date.format(new Date(line.since)),
    ...dueWords(ctx, line.kind, due ?? null),
  }))
  return { total, all, lines: shown }
}

function dueWords({ locale, network, clock }: StaffContext, kind: string, due: TodoLine['due']) {
  if (!due) return { due: '', late: false }
  const { t } = i18nFor(locale)
  const late = 'on' in due ? due.on < today(clock, network.timeZone) : due.at < clock.now().toISOString()
  const at =
    'on' in due
      ? days(locale, 'UTC', 'long').format(new Date(due.on))
      : moments(locale, due.timeZone, 'long').format(new Date(due.at))
  const when = kind === 'instructor_sitting' ? 'meets' : late ? 'late' : 'due'
  return { due: t(`desk:todo.${when}`, { at }), late: late && when === 'late' }
}
