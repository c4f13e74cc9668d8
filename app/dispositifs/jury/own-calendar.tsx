import type { LoaderFunctionArgs } from '@remix-run/node'
import { ownCalendar } from '#server/dispositifs/calendar/own-calendar.server.ts'
import { dispositifs } from '#server/dispositifs/permissions.ts'
import { answering, guard } from '../../guard.server.ts'
import { writeCalendar } from './calendar.server.ts'
import { fileAnswer } from './file-answer.server.ts'

/** One's sittings, and the days by which files are to be read, for one's own calendar. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = guard(args, dispositifs['instruction:read'])
  const text = await writeCalendar(await answering(args, () => ownCalendar(ctx)))
  return fileAnswer(text, 'text/calendar; charset=utf-8', 'instruction.ics')
}
