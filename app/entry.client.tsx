import { RemixBrowser } from '@remix-run/react'
import { StrictMode, startTransition } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { I18nextProvider } from 'react-i18next'
import { createI18n } from './i18n.ts'

const locale = document.documentElement.lang === 'en' ? 'en' : 'fr'
const { messages } = locale === 'en' ? await import('./locales/en.ts') : await import('./locales/fr.ts')

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <I18nextProvider i18n={createI18n(locale, messages)}>
        <RemixBrowser />
      </I18nextProvider>
    </StrictMode>,
  )
})
