const HEAD = '<?xml version="1.0" encoding="UTF-8"?>'
const SCHEMA = 'http://www.sitemaps.org/schemas/sitemap/0.9'
/** The most a sitemap may hold. */
export const MOST = 50_000

const escaped = (text: string) => text.replace(/[<>&'"]/g, (letter) => `&#${letter.charCodeAt(0)};`)

export function sitemap(kind: 'urlset' | 'sitemapindex', addresses: string[]): Response {
  const one = kind === 'urlset' ? 'url' : 'sitemap'
  const lines = addresses.map((address) => `<${one}><loc>${escaped(address)}</loc></${one}>`)
  return new Response(`${HEAD}\n<${kind} xmlns="${SCHEMA}">\n${lines.join('\n')}\n</${kind}>\n`, {
    headers: { 'content-type': 'application/xml; charset=utf-8' },
  })
}
