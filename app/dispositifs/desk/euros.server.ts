import type { Locale } from '#server/kernel/context.ts'

/** An amount to read; whole euros without decimals. */
export function eurosOf(locale: Locale) {
  const tag = locale === 'en' ? 'en-GB' : 'fr-FR'
  const format = (digits: number) =>
    new Intl.NumberFormat(tag, {
      style: 'currency',
      currency: 'EUR',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    })
  const [whole, cents] = [format(0), format(2)]
  return (amount: number) => (amount % 100 === 0 ? whole : cents).format(amount / 100)
}
