import ical from 'ical-generator'
import type { ownCalendar } from '#server/dispositifs/calendar/own-calendar.server.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { baseOf } from '#server/portal/public.ts'
import { i18nFor } from '../../i18n.server.ts'

const HOURS = 3
type Calendar = Awaited<ReturnType<typeof ownCalendar>>

/** Sittings and due days as calendars read them: their names and addresses, and nothing of a file. */
export async function writeCalendar({ ctx, sessions, sittings }: Calendar): Promise<string> {
  const { t } = i18nFor(ctx.locale)
  const network = ctx.network!
  const calendar = ical({ name: `${nameOf(network)} · ${t('dispositifs:jury.own.title')}`, ttl: 3600 })
  const base = `${await baseOf(network.id)}/espace/instruction`
  for (const { id, name, startsAt, place, link } of sittings) {
    const start = new Date(startsAt)
    calendar.createEvent({
      ...{ id, start, end: new Date(start.getTime() + HOURS * 3_600_000), stamp: ctx.clock.now() },
      ...{ summary: name, location: place, url: link ?? undefined, description: `${base}/jurys/${id}` },
    })
  }
  for (const { id, code, name, dueOn, files } of sessions)
    if (dueOn)
      calendar.createEvent({
        ...{ id: `lecture-${id}`, start: new Date(dueOn), allDay: true, stamp: ctx.clock.now() },
        summary: t('dispositifs:jury.own.dueEvent', { code, session: name, count: files }),
        description: base,
      })
  return calendar.toString()
}
