/** Lets feed readers find what is new under an address. */
export function feedLinks(path: string, title: string) {
  return [
    { tagName: 'link', rel: 'alternate', type: 'application/rss+xml', title, href: `${path}/flux.xml` },
    { tagName: 'link', rel: 'alternate', type: 'application/feed+json', title, href: `${path}/flux.json` },
  ]
}
