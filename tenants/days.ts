/** A day is written YYYY-MM-DD, so that the order of the texts is the order of the days. */
export type Day = string
export type Period = { from?: Day | undefined; to?: Day | undefined }

/** Both ends belong to the period; an absent end is open. */
export function covers(period: Period, day: Day): boolean {
  return (period.from === undefined || period.from <= day) && (period.to === undefined || day <= period.to)
}

export function dayAfter(day: Day): Day {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

/** The day an instant falls on for people living in that time zone. */
export function dayIn(timeZone: string, on: Date | Day): Day {
  if (on instanceof Date) return on.toLocaleDateString('en-CA', { timeZone })
  if (!/^\d{4}-\d{2}-\d{2}$/.test(on)) throw new RangeError(`${on} is not a day written YYYY-MM-DD`)
  return on
}
