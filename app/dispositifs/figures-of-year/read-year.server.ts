import { type Clock, today } from '#server/kernel/clock.ts'

/** The year asked in the address; the one that runs when none is. */
export function readYear(url: string, clock: Clock, timeZone: string): number {
  const asked = new URL(url).searchParams.get('annee') ?? ''
  return Number(/^(19|20|21)\d{2}$/.test(asked) ? asked : today(clock, timeZone).slice(0, 4))
}
