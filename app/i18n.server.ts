import { createI18n, type Locale } from './i18n.ts'
import { messages as en } from './locales/en.ts'
import { messages as fr } from './locales/fr.ts'

const instances = { fr: createI18n('fr', fr), en: createI18n('en', en) }

export const i18nFor = (locale: Locale) => instances[locale]
