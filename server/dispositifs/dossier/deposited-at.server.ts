import { sql } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { depositedLater } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { getSession } from '../session/get-session.server.ts'
import { wallClock } from '../session/time-left.ts'

const MINUTE = 60_000

/**
 * When a file reached the funder's platform, by the clock of its session. A day without an hour is told at noon,
 * and within the call on the days when it opens and closes: nobody is late for want of an hour.
 */
export async function depositedAt(
  ctx: Context,
  sessionId: string,
  { day, time }: { day: string; time: string },
): Promise<{ at: Date; beforeOpening: boolean }> {
  demand(ctx, dispositifs['dossier:write'])
  const { opensAt, closesAt, timeZone } = await getSession(ctx, sessionId)
  const now = ctx.clock.now()
  if (day > today(ctx.clock, timeZone)) throw depositedLater()
  const { rows } = await inNetwork(ctx, (tx) =>
    tx.execute<{ at: Date }>(
      sql`select (${`${day} ${time || '12:00'}`}::timestamp at time zone ${timeZone}) as at`,
    ),
  )
  const said = new Date(rows[0]!.at)
  const at = time ? said : within(said, day, { opensAt, closesAt, timeZone, now })
  if (at > now) throw depositedLater()
  return { at, beforeOpening: at < opensAt }
}

type Call = { opensAt: Date; closesAt: Date; timeZone: string; now: Date }

function within(noon: Date, day: string, { opensAt, closesAt, timeZone, now }: Call): Date {
  const isDayOf = (at: Date) => wallClock(at, timeZone).startsWith(day)
  let at = noon
  if (isDayOf(now) && at > now) at = now
  if (isDayOf(closesAt) && at >= closesAt) at = new Date(closesAt.getTime() - MINUTE)
  if (isDayOf(opensAt) && at < opensAt) at = opensAt
  return at
}
