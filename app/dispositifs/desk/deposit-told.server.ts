import { days } from '#packages/referentials/dates.ts'
import { depositedAt } from '#server/dispositifs/dossier/deposited-at.server.ts'
import { fieldMissing } from '#server/dispositifs/errors.ts'
import type { Context } from '#server/kernel/context.ts'
import { Doubtful } from '../doubt.ts'
import type { DossierValues } from './dossier-values.server.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/

type Call = { id: string; intake: string; opensAt: Date; timeZone: string }

/** When the file was deposited on the platform, if it was: before the call opened is asked again. */
export async function depositTold(
  ctx: Context,
  session: Call,
  { deposited, depositedOn: day, depositedTime: time }: DossierValues,
  warned: string,
): Promise<Date | null> {
  if (session.intake !== 'elsewhere' || !deposited) return null
  if (!day && !time) return ctx.clock.now()
  if (!DAY.test(day) || Number.isNaN(Date.parse(day))) throw fieldMissing('depositedOn', 'not_a_day')
  if (time && !TIME.test(time.slice(0, 5))) throw fieldMissing('depositedTime', 'not_a_moment')
  const { at, beforeOpening } = await depositedAt(ctx, session.id, { day, time: time.slice(0, 5) })
  const seen = `${day} ${time}`
  if (beforeOpening && warned !== seen) {
    const opened = days(ctx.locale, session.timeZone, 'long').format(session.opensAt)
    throw new Doubtful([{ kind: 'before_opening', what: opened }], seen)
  }
  return at
}
