import headFont from '@fontsource-variable/bricolage-grotesque/files/bricolage-grotesque-latin-wght-normal.woff2?url'
import textFont from '@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2?url'
import type { LinksFunction, LoaderFunctionArgs } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useMatches,
  useRouteError,
  useRouteLoaderData,
} from '@remix-run/react'
import type { CSSProperties, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DemoBanner } from './kernel/outbox/demo-banner.tsx'
import { addressOf } from './portal/address.server.ts'
import { frameColours, isFrame } from './portal/embed/frame.server.ts'
import { FailurePage, failureOf } from './portal/failure.tsx'
import { PageLinks } from './portal/page-links.tsx'
import { shellOf } from './shell.server.ts'
import { useNonce } from './ui/nonce.ts'
import styles from './ui/styles.css?url'
import { useSentOnce } from './ui/use-sent-once.ts'

export const links: LinksFunction = () => [
  { rel: 'preload', href: textFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'preload', href: headFont, as: 'font', type: 'font/woff2', crossOrigin: 'anonymous' },
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const loader = async (args: LoaderFunctionArgs) => ({
  ...shellOf(args.context),
  ...(await addressOf(args)),
  frame: isFrame(args.request) ? { colours: frameColours(args.request) } : null,
})

type Brand = { brand: string; brandStrong: string; brandSoft: string; onBrand: string }

/**
 * A network's four colours replace ours wherever its pages are; they were checked for contrast at
 * start. An attribute and not a style element: going from one network to another without loading the
 * page would make an element without the page's nonce, which the content policy refuses.
 */
const theme = ({ brand, brandStrong, brandSoft, onBrand }: Brand) =>
  ({
    '--brand': brand,
    '--brand-strong': brandStrong,
    '--brand-soft': brandSoft,
    '--on-brand': onBrand,
  }) as CSSProperties

export function Layout({ children }: { children: ReactNode }) {
  const shell = useRouteLoaderData<typeof loader>('root')
  const { t, i18n } = useTranslation('common')
  const nonce = useNonce()
  const frame = shell?.frame
  const brand = frame?.colours ?? shell?.network?.brand
  const error = useRouteError()
  const inside = useMatches().some(
    ({ handle }) => (handle as { words?: string } | undefined)?.words === 'inside',
  )
  return (
    <html
      lang={i18n.language}
      data-words={inside ? 'inside' : undefined}
      data-maillage-cadre={frame ? '' : undefined}
      style={brand && theme(brand)}
    >
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <Meta />
        {error ? <title>{t(`failure.${failureOf(error)}.title`)}</title> : null}
        {shell ? <PageLinks canonical={error ? null : shell.canonical} /> : null}
        <Links />
      </head>
      <body>
        {frame ? null : (
          <a className="skip" href="#contenu">
            {t('skip')}
          </a>
        )}
        {shell?.demo && !frame ? <DemoBanner /> : null}
        {children}
        {shell?.plain ? null : (
          <>
            {/* It keeps its places where a frame closed in on itself keeps nothing. */}
            {frame ? null : <ScrollRestoration nonce={nonce} />}
            <Scripts nonce={nonce} />
          </>
        )}
      </body>
    </html>
  )
}

export default function App() {
  useSentOnce()
  return <Outlet />
}

export function ErrorBoundary() {
  return <FailurePage />
}
