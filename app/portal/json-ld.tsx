import { useNonce } from '../ui/nonce.ts'

/** Data for search engines. No letter of it can end the element, or a line where lines end strings. */
export function JsonLd({ data }: { data: Record<string, unknown> }) {
  const nonce = useNonce()
  const text = JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(
    /[<>&\u2028\u2029]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return (
    <script
      type="application/ld+json"
      nonce={nonce}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: a data block, every < > & of it escaped
      dangerouslySetInnerHTML={{ __html: text }}
    />
  )
}
