import { createI18n, type Locale } from './i18n.ts'
import { messages as en } from './locales/en.ts'
import { messages as enInside } from './locales/en-inside.ts'
import { messages as fr } from './locales/fr.ts'
import { messages as frInside } from './locales/fr-inside.ts'

const instances = {
  fr: createI18n('fr', { ...fr, ...frInside }),
  en: createI18n('en', { ...en, ...enInside }),
}

export const i18nFor = (locale: Locale) => instances[locale]
