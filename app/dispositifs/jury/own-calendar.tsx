import type { LoaderFunctionArgs } from '@remix-run/node'
import ical from 'ical-generator'
import { ownWork } from '#server/dispositifs/instruction/own-work.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { ownSittings } from '#server/dispositifs/sitting/own-sitting.server.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { answering, guard } from '../../guard.server.ts'
import { i18nFor } from '../../i18n.server.ts'
import { fileAnswer } from './file-answer.server.ts'

const HOURS = 3

/** One's sittings, and the days by which files are to be read, for one's own calendar. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['instruction:read'])
  const { sessions } = await answering(args, () => ownWork(ctx))
  const sittings = await answering(args, () => ownSittings(ctx))
  const { t } = i18nFor(ctx.locale)
  const calendar = ical({ name: `${nameOf(ctx.network)} · ${t('dispositifs:jury.own.title')}` })
  const url = `/${ctx.network.slug}/espace/instruction`
  for (const { id, name, startsAt, place, link } of sittings) {
    const start = new Date(startsAt)
    calendar.createEvent({
      ...{ id, start, end: new Date(start.getTime() + HOURS * 3_600_000), stamp: ctx.clock.now() },
      ...{ summary: name, location: place, url: link ?? undefined, description: `${url}/jurys/${id}` },
    })
  }
  for (const { id, code, name, dueOn, files } of sessions)
    if (dueOn)
      calendar.createEvent({
        ...{ id: `lecture-${id}`, start: new Date(dueOn), allDay: true, stamp: ctx.clock.now() },
        summary: t('dispositifs:jury.own.dueEvent', { code, session: name, count: files }),
      })
  return fileAnswer(calendar.toString(), 'text/calendar; charset=utf-8', 'instruction.ics')
}
