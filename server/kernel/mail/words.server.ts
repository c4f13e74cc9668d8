import { readFileSync } from 'node:fs'
import { createInstance } from 'i18next'
import { inFrench } from '#packages/referentials/typography.ts'
import type { Locale } from '#server/kernel/context.ts'

const NAMESPACES = ['mail', 'notifications']

function instanceOf(locale: Locale) {
  const words = NAMESPACES.map((name) => {
    const file = new URL(`../../../app/locales/${locale}/${name}.json`, import.meta.url)
    return [name, JSON.parse(readFileSync(file, 'utf8'))]
  })
  const instance = createInstance()
  instance.use({
    type: 'postProcessor',
    name: 'french',
    process: (text: unknown, _: unknown, put: object) =>
      (typeof text === 'string' ? inFrench(text, put) : text) as string,
  })
  void instance.init({
    ...(locale === 'fr' && { postProcess: 'french' }),
    lng: locale,
    resources: { [locale]: Object.fromEntries(words) },
    ns: NAMESPACES,
    defaultNS: 'mail',
    initImmediate: false,
    interpolation: { escapeValue: false }, // React escapes, and the text part is text
  })
  return instance
}

const instances = { fr: instanceOf('fr'), en: instanceOf('en') }

/** What mails say: read by the server alone, no page carries these words. */
export const words = (locale: Locale) => instances[locale].t
export const mailWords = (locale: Locale) => instances[locale]
