import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { createI18n } from './i18n.ts'
import { holdWords, insideMessages } from './inside-words.ts'

const locale = document.documentElement.lang === 'en' ? 'en' : 'fr'
/** The server says it on the page: which words were used to write it. */
const inside = document.documentElement.dataset.words === 'inside'
const [{ messages }, more] = await Promise.all([
  locale === 'en' ? import('./locales/en.ts') : import('./locales/fr.ts'),
  inside ? insideMessages(locale) : null,
])
const i18n = createI18n(locale, { ...messages, ...more })
holdWords(i18n, inside)

/**
 * The router throws a promise until the page's data are read. React waits for it, except when a key or a
 * click comes meanwhile and asks it to finish at once: then it fails (error 345), so it is awaited here.
 */
async function dataRead() {
  try {
    RemixBrowser({})
  } catch (waiting) {
    if (waiting instanceof Promise) await waiting
  }
}
/** Lets in what the reader does meanwhile: on a slow machine each of these steps takes a moment. */
const breath = () => new Promise((resolve) => setTimeout(resolve))

await breath()
// The first number a browser writes has it read how its language writes them.
new Intl.NumberFormat(locale).format(0)
await breath()
await dataRead()
await breath()

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={i18n}>
        <RemixBrowser />
      </I18nextProvider>
    </StrictMode>,
  )
})
