export type Clock = { now: () => Date }

export const systemClock: Clock = { now: () => new Date() }

/** A formatter costs a hundred times its use: one a time zone, kept. */
const formatters = new Map<string, Intl.DateTimeFormat>()

/** The day it is for a network: Cayenne and Paris do not change year together. */
export function today(clock: Clock, timeZone: string): string {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
    formatters.set(timeZone, formatter)
  }
  return formatter.format(clock.now())
}
