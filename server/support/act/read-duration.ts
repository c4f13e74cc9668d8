/** « 45 », « 45 min », « 1h30 », « 1 h 30 », « 2 h », « 1,5 h »: minutes; null when it says none. */
export function readDuration(text: string): number | null {
  const said = text.trim().toLowerCase().replace(',', '.')
  const hours = said.match(
    /^(\d{1,3}(?:\.\d{1,2})?)\s*(?:h|heures?|hours?)\s*(\d{1,2})?\s*(?:min|mn|m|minutes?)?$/,
  )
  if (hours) return Math.round(Number(hours[1]) * 60) + Number(hours[2] ?? 0)
  const minutes = said.match(/^(\d{1,4})\s*(?:min|mn|minutes?|')?$/)
  return minutes ? Number(minutes[1]) : null
}
