export const PRESETS = ['thisMonth', 'thisYear', 'lastYear', 'last12Months'] as const
export type Preset = (typeof PRESETS)[number]
export type DayRange = { from: string; to: string }

/** Days as 2026-11-28, both ends included; today is given. */
export function rangeOf(preset: Preset, today: string): DayRange {
  const year = Number(today.slice(0, 4))
  if (preset === 'thisMonth') return { from: `${today.slice(0, 7)}-01`, to: today }
  if (preset === 'thisYear') return { from: `${year}-01-01`, to: today }
  if (preset === 'lastYear') return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` }
  return { from: nextDay(yearBefore(today)), to: today }
}

/** The 29th of February has its anniversary on the 28th. */
function yearBefore(day: string): string {
  const [year, rest] = [Number(day.slice(0, 4)) - 1, day.slice(4)]
  return rest === '-02-29' ? `${year}-02-28` : `${year}${rest}`
}

function nextDay(day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + 1)
  return date.toISOString().slice(0, 10)
}
