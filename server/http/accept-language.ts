import type { Locale } from '#server/kernel/context.ts'

/** The first of our languages the reader asks for, by weight then by place; French when none is named. */
export function preferredLocale(header: string | null): Locale {
  const asked = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
      return { language: tag.split('-')[0], weight: weight === undefined ? 1 : Number(weight) }
    })
    .filter(({ language, weight }) => (language === 'fr' || language === 'en') && weight > 0 && weight <= 1)
    .sort((a, b) => b.weight - a.weight)
  return asked[0]?.language === 'en' ? 'en' : 'fr'
}
