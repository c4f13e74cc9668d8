const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export interface TimeLeft {
  unit: 'minutes' | 'hours' | 'days'
  count: number
}

/** Days as a calendar counts them where the call is told, and hours on its last day; null once it is over. */
export function timeLeft(now: Date, until: Date, timeZone: string): TimeLeft | null {
  const left = until.getTime() - now.getTime()
  if (left <= 0) return null
  const days = dayNumber(until, timeZone) - dayNumber(now, timeZone)
  if (left >= DAY || (days > 0 && left >= DAY / 2)) return { unit: 'days', count: Math.max(1, days) }
  if (left >= HOUR) return { unit: 'hours', count: Math.floor(left / HOUR) }
  return { unit: 'minutes', count: Math.max(1, Math.floor(left / MINUTE)) }
}

function dayNumber(at: Date, timeZone: string): number {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at)
  return Date.parse(`${day}T00:00:00Z`) / DAY
}

/** What a clock on the wall shows there, to the minute: two places that show the same need telling once. */
export const wallClock = (at: Date, timeZone: string) =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at)
