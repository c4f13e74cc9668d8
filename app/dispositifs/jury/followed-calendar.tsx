import { data, type LoaderFunctionArgs } from '@remix-run/node'
import { mayMiss } from '#server/dispositifs/calendar/misses.ts'
import { readCalendar } from '#server/dispositifs/calendar/own-calendar.server.ts'
import { DomainError } from '#server/kernel/errors.ts'
import { answering, publicNetwork } from '../../guard.server.ts'
import { writeCalendar } from './calendar.server.ts'
import { fileAnswer } from './file-answer.server.ts'

/** What a phone asks for by itself: the address is the key, and opens these days alone. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = publicNetwork(args, 'dispositifs')
  try {
    const text = await writeCalendar(await readCalendar(ctx, args.params.token ?? ''))
    return fileAnswer(text, 'text/calendar; charset=utf-8', 'instruction.ics')
  } catch (error) {
    if (error instanceof DomainError && !(await mayMiss(ctx.caller.address)))
      throw data(null, { status: 429, headers: { 'retry-after': '60' } })
    return answering(args, () => Promise.reject(error))
  }
}
