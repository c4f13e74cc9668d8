/** Sundays, and the holidays of the whole of France: a day on which few people come. */
export function dayOff(day: string): 'sunday' | 'holiday' | null {
  const date = new Date(`${day}T00:00:00Z`)
  if (Number.isNaN(date.getTime())) return null
  if (FIXED.includes(day.slice(5))) return 'holiday'
  const easter = easterOf(date.getUTCFullYear())
  const after = Math.round((date.getTime() - easter) / 86_400_000)
  if (AFTER_EASTER.includes(after)) return 'holiday'
  return date.getUTCDay() === 0 ? 'sunday' : null
}

const FIXED = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']
/** Easter Monday, Ascension, Whit Monday. */
const AFTER_EASTER = [1, 39, 50]

/** Of the Gregorian calendar (Meeus). */
function easterOf(year: number): number {
  const [a, b, c] = [year % 19, Math.floor(year / 100), year % 100]
  const d = Math.floor((8 * b + 13) / 25)
  const e = (19 * a + b - Math.floor(b / 4) - d + 15) % 30
  const f = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - e - (c % 4)) % 7
  const g = Math.floor((a + 11 * e + 22 * f) / 451)
  const day = e + f - 7 * g + 114
  return Date.UTC(year, Math.floor(day / 31) - 1, (day % 31) + 1)
}
