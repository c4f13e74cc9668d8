import { LOCALES } from '../i18n.ts'

/** The page's one address, and where each language of it is. */
export function PageLinks({ canonical }: { canonical: string | null }) {
  if (!canonical) return <meta name="robots" content="noindex" />
  return (
    <>
      <link rel="canonical" href={canonical} />
      {LOCALES.map((locale) => (
        <link key={locale} rel="alternate" hrefLang={locale} href={`${canonical}?lng=${locale}`} />
      ))}
      <link rel="alternate" hrefLang="x-default" href={canonical} />
      <meta property="og:url" content={canonical} />
    </>
  )
}
