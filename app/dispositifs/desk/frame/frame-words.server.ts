import { days } from '#packages/referentials/dates.ts'
import type { Context } from '#server/kernel/context.ts'

/** From which day to which, on the call's own clock. */
export function daysOfFrame(ctx: Context, call: { opensAt: Date; closesAt: Date; timeZone: string }) {
  const day = days(ctx.locale, call.timeZone, 'long')
  return { from: day.format(call.opensAt), to: day.format(call.closesAt) }
}
