/** A year, a month or a day, as far as one knows: « 2013 », « 2013-05 », « 2013-05-28 ». */
const KEPT = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/

/** « 2013 », « 05/2013 », « 28/05/2013 » or the form it is kept in; null when it is none of them. */
export function readMoment(typed: string): string | null {
  const text = typed.trim()
  if (isMoment(text)) return text
  const parts = text.match(/^(?:(?:(\d{1,2})[/. ])?(\d{1,2})[/. ])?(\d{4})$/)
  if (!parts) return null
  const [, day, month, year] = parts
  const kept = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-')
  return isMoment(kept) ? kept : null
}

export function isMoment(text: string): boolean {
  const parts = text.match(KEPT)
  if (!parts) return false
  const [, year, month = '01', day = '01'] = parts
  const date = new Date(`${year}-${month}-${day}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(`${year}-${month}-${day}`)
}

/** As one types it: « 28/05/2013 ». */
export const typedMoment = (kept: string | null): string => (kept ?? '').split('-').reverse().join('/')

/** 2013 may end in 2013-05, and the other way round: only what both say is compared. */
export function isBefore(one: string, other: string): boolean {
  const said = Math.min(one.length, other.length)
  return one.slice(0, said) < other.slice(0, said)
}
