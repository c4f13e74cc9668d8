/** What people type for an amount, « 1 234,50 € », as cents; null when it is no amount. */
export function readCents(text: string): number | null {
  const bare = text.replace(/[\s  €]/g, '')
  const match = bare.match(/^(-?)(\d{1,12})(?:[,.](\d{1,2}))?$/)
  if (!match) return null
  const cents = Number(match[2]) * 100 + Number((match[3] ?? '').padEnd(2, '0'))
  return match[1] && cents ? -cents : cents
}

const plain = new Map<string, Intl.NumberFormat>()

/** In a field, without its sign; whole euros without decimals. */
export function writeCents(cents: number, locale: string): string {
  const digits = cents % 100 === 0 ? 0 : 2
  const key = `${locale}${digits}`
  const format = plain.get(key) ?? new Intl.NumberFormat(locale, { minimumFractionDigits: digits })
  plain.set(key, format)
  // English groups with a comma, which a reader here would take for decimals.
  return format
    .formatToParts(cents / 100)
    .map(({ type, value }) => (type === 'group' ? ' ' : value))
    .join('')
}
