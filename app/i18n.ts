import { createInstance, type i18n } from 'i18next'
import { initReactI18next } from 'react-i18next'

export type Messages = Record<string, Record<string, unknown>>
export const LOCALES = ['fr', 'en'] as const
export type Locale = (typeof LOCALES)[number]

/** One instance a language, made once: a request picks one, nothing is switched under another. */
export function createI18n(locale: Locale, messages: Messages): i18n {
  const instance = createInstance()
  instance.use(initReactI18next).init({
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
