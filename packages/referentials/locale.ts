export type Locale = 'fr' | 'en'

export interface Label {
  fr: string
  en: string
}
