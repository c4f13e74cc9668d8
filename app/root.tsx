import headFont from '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2?url'
import textFont from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Failure } from './portal/failure.tsx'
import { shellOf } from './shell.server.ts'
import { useNonce } from './ui/nonce.ts'
import styles from './ui/styles.css?url'

export const links: LinksFunction = () => [
  { rel: 'preload', href: textFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'preload', href: headFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const loader = (args: LoaderFunctionArgs) => shellOf(args.context)

/** A network's four colours replace ours wherever its pages are; they were checked for contrast at start. */
function Theme() {
  const shell = useRouteLoaderData<typeof loader>('root')
  const nonce = useNonce()
  const brand = shell?.network?.brand
  if (!brand) return null
  const css = `:root{--brand:${brand.brand};--brand-strong:${brand.brandStrong};--brand-soft:${brand.brandSoft};--on-brand:${brand.onBrand}}`
  // biome-ignore lint/security/noDangerouslySetInnerHtml: four colours validated as hexadecimal by tenants/schema.ts
  return <style nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: css }} />
}

export function Layout({ children }: { children: ReactNode }) {
  const shell = useRouteLoaderData<typeof loader>('root')
  const { t, i18n } = useTranslation('common')
  const nonce = useNonce()
  return (
    <html lang={i18n.language}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        <Links />
        <Theme />
      </head>
      <body>
        <a className="skip" href="#contenu">
          {t('skip')}
        </a>
        {shell?.demo ? <p className="demo">{t('demo')}</p> : null}
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  return <Failure />
}
