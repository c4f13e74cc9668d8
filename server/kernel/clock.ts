export type Clock = { now: () => Date }

export const systemClock: Clock = { now: () => new Date() }

/** The day it is for a network: Cayenne and Paris do not change year together. */
export function today(clock: Clock, timeZone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(clock.now())
}
