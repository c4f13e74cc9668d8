import type { Slot } from './organisation.ts'
import type { Random } from './random.ts'

const LATE_DAYS = ['2026-01-14', '2026-01-29', '2026-02-10', '2026-03-03']
const FIRST_DAY = Date.UTC(2018, 0, 8)
const DAYS = 2900 // to the middle of December 2025

export const dayFrom = (first: number, days: number) =>
  new Date(first + days * 86_400_000).toISOString().slice(0, 10)

/** Every listed organisation was published by the end of 2025, but `late` newcomers of 2026. */
export function publicationDays(slots: Slot[], late: number, random: Random) {
  const listed = slots.filter((slot) => slot.listed)
  for (const slot of listed) slot.publishedOn = dayFrom(FIRST_DAY, random.between(0, DAYS))
  const newcomers = random.shuffled(listed.filter((slot) => !slot.member && !slot.known)).slice(0, late)
  for (const [index, slot] of newcomers.entries()) slot.publishedOn = LATE_DAYS[index % LATE_DAYS.length]!
}
