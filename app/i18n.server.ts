import { createI18n, type Locale } from './i18n.ts'
import { messages as en } from './locales/en.ts'
import { messages as enInside } from './locales/en-inside.ts'
import { messages as enTold } from './locales/en-told.ts'
import { messages as fr } from './locales/fr.ts'
import { messages as frInside } from './locales/fr-inside.ts'
import { messages as frTold } from './locales/fr-told.ts'

const instances = {
  fr: createI18n('fr', { ...fr, ...frInside, ...frTold }),
  en: createI18n('en', { ...en, ...enInside, ...enTold }),
}

export const i18nFor = (locale: Locale) => instances[locale]
