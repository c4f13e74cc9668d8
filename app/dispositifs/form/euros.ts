const formats = new Map<string, Intl.NumberFormat>()

/** « 1 250 € », « 48,50 € »: cents are said when there are some. */
export function euros(cents: number, locale: string): string {
  const digits = cents % 100 === 0 ? 0 : 2
  const key = `${locale}${digits}`
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(locale === 'en' ? 'en-GB' : 'fr-FR', {
      style: 'currency',
      currency: 'EUR',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
  formats.set(key, format)
  return format.format(cents / 100)
}
