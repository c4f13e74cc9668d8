import type { ClientLoaderFunctionArgs } from '@remix-run/react'
import type { i18n } from 'i18next'
import type { Messages } from './i18n.ts'

let instance: i18n | undefined
let loaded = false

/** What such a layout exports as `handle`: the server then says on the page which words it used. */
export const INSIDE = { words: 'inside' } as const

/** The browser's translations, known once they are made. */
export function holdWords(made: i18n, withInside: boolean) {
  instance = made
  loaded = withInside
}

const wordsOf = (locale: string): Promise<{ messages: Messages }> =>
  locale === 'en' ? import('./locales/en-inside.ts') : import('./locales/fr-inside.ts')

/** Words of the places one signs in to: public pages do not carry them. */
export async function insideMessages(locale: string): Promise<Messages> {
  return (await wordsOf(locale)).messages
}

/**
 * Layouts of those places export it as their `clientLoader`: a visitor who comes from a public page
 * has the words before the page is shown.
 */
export async function insideWords({ serverLoader }: ClientLoaderFunctionArgs) {
  if (instance && !loaded) {
    const { language } = instance
    for (const [name, words] of Object.entries(await insideMessages(language)))
      instance.addResourceBundle(language, name, words)
    loaded = true
  }
  return serverLoader()
}
