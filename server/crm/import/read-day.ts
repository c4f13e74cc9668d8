const SERIAL = /^\d{5}(?:\.\d+)?$/
const DAY_ZERO = Date.UTC(1899, 11, 30)

/** A day as people and spreadsheets write it: 2024-02-29, 29/02/2024, 29.2.24, 45351. Month first is not guessed. */
export function readDay(cell: string): string | null {
  const text = cell.trim()
  if (SERIAL.test(text)) return real(new Date(DAY_ZERO + Math.floor(Number(text)) * 86_400_000))
  const iso = text.match(/^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$/)
  if (iso) return made(iso[1]!, iso[2]!, iso[3]!)
  const french = text.match(/^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:\s.*)?$/)
  return french ? made(french[3]!.length === 2 ? `20${french[3]}` : french[3]!, french[2]!, french[1]!) : null
}

function made(year: string, month: string, day: string): string | null {
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return date.getUTCMonth() === Number(month) - 1 ? real(date) : null
}

function real(date: Date): string | null {
  const year = date.getUTCFullYear()
  return year >= 1900 && year <= 2100 ? date.toISOString().slice(0, 10) : null
}
