import { inFrench } from '#packages/referentials/typography.ts'
import type { Locale } from '../../i18n.ts'
import type { Translate } from '../figures.ts'

/** The few words of a page that change while one types, filled where it came with their templates. */
export function fillWords(templates: Readonly<Record<string, string>>, locale: Locale): Translate {
  return (key, put = {}) => {
    const template = templates[key.slice(key.lastIndexOf('.') + 1)] ?? ''
    const text = template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(put[name] ?? ''))
    return locale === 'fr' ? inFrench(text, put) : text
  }
}
