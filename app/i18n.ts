import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import { inFrench } from '#packages/referentials/typography.ts'

export type Messages = Record<string, Record<string, unknown>>
export const LOCALES = ['fr', 'en'] as const
export type Locale = (typeof LOCALES)[number]

const FRENCH = {
  type: 'postProcessor' as const,
  name: 'french',
  process: (text: unknown, _: unknown, put: object) =>
    (typeof text === 'string' ? inFrench(text, put) : text) as string,
}

/** One instance a language, made once: a request picks one, nothing is switched under another. */
export function createI18n(locale: Locale, messages: Messages): i18n {
  const instance = createInstance()
  instance
    .use(initReactI18next)
    .use(FRENCH)
    .init({
      ...(locale === 'fr' && { postProcess: FRENCH.name }),
      lng: locale,
      resources: { [locale]: messages },
      ns: Object.keys(messages),
      defaultNS: 'common',
      initImmediate: false,
      interpolation: { escapeValue: false }, // React escapes
      react: { useSuspense: false },
    })
  return instance
}
